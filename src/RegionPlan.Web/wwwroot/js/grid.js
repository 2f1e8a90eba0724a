// Enter and the arrows move between the rows of the entry grid at once: what is typed next must not land in the cell that was left.
document.addEventListener('keydown', e => {
    const step = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[e.key];
    if (!step || e.isComposing || e.ctrlKey || e.altKey || e.metaKey || !e.target.matches('.rp-grid .rp-cell')) return;
    const column = [...document.querySelectorAll(`.rp-grid .rp-cell[id$="-${e.target.id.split('-').at(-1)}"]`)];
    const next = column[column.indexOf(e.target) + step];
    if (next) {
        e.preventDefault();
        next.focus();
    }
});

// Alt+H shows what has happened to the row that is stood in, and hides it again.
document.addEventListener('keydown', e => {
    if (!e.altKey || e.ctrlKey || e.metaKey || e.code !== 'KeyH') return;
    const row = e.target.closest?.('.rp-grid tr');
    const button = (row?.dataset.of ? document.querySelector(`.rp-grid tr[data-row="${row.dataset.of}"]`) : row)?.querySelector('[data-history]');
    if (button) {
        e.preventDefault();
        button.click();
    }
});

// What is typed stays in the browser until the server shows that it has kept it (data-kept): a lost line, a closed tab or a stopped server
// takes nothing away. When the grid opens again it is put back, but never over what somebody has saved since without asking.
const RETRY = 3000;
const MOST_MARKS = 400;
const LARGEST_CALL = 60000;
let grid = null;
let isPutting = false;
let stamps = 0;
const table = () => document.querySelector('.rp-grid[data-kept-by]');
const prefix = () => `rp-utfall|${table()?.dataset.keptBy}|`;
const rowOf = id => document.querySelector(`.rp-grid tr[data-row="${id.slice(0, id.lastIndexOf('-'))}"]`);
// Texts whose place in the grid is gone: kept and told, but never on their way to the server.
const stranded = new Set();
const asked = new Set();
const tell = text => document.getElementById('rutnatssvar').textContent = text;
const count = (n, one, many) => `${n} ${n === 1 ? one : many}`;

// Which texts the same hand has typed, so that a save whose answer was lost is known as one's own.
const mark = text => {
    let hash = 0;
    for (const c of text) hash = (hash * 31 + c.codePointAt(0)) | 0;
    return `${text.length}:${hash}`;
};
// What has been typed or put back in a field since the page was opened: data-kept may be a moment behind what the server has answered that it keeps.
const typedHere = new Map();
const typeHere = (id, text) => typedHere.set(id, [...(typedHere.get(id) ?? []), mark(text)].slice(-MOST_MARKS));
const isOwn = (entry, kept) => entry.marks.includes(mark(kept)) || entry.mine?.includes(mark(kept));
const readUnkept = id => JSON.parse(localStorage.getItem(prefix() + id));
const unkeptIds = () => Object.keys(localStorage).filter(k => table() && k.startsWith(prefix())).map(k => k.slice(prefix().length));
const waitingIds = () => unkeptIds().filter(id => !stranded.has(id));
const forget = id => { localStorage.removeItem(prefix() + id); asked.delete(id); stranded.delete(id); };
const labelOf = id => {
    const field = document.getElementById(id);
    const [code, own] = [rowOf(id)?.querySelector('.rp-code')?.textContent.trim(), (field?.getAttribute('aria-label') ?? field?.labels?.[0]?.textContent)?.trim()];
    return [own?.startsWith(code) ? null : code, own].filter(t => t).join(', ');
};
const write = (id, entry) => {
    try { localStorage.setItem(prefix() + id, JSON.stringify(entry)); }
    catch { /* The browser lets nothing be kept; the draft on the server is still saved. */ }
};
const keep = (id, text, kept) => {
    const old = readUnkept(id);
    stranded.delete(id);
    if (!old && text === kept) return;
    const marks = [...(old?.marks ?? [mark(kept)]), mark(text)].slice(-MOST_MARKS);
    // A text that comes back, as by undo and redo, may stand as kept from before what came between: only the answer to a call tells then.
    const isBack = (old?.marks ?? [mark(kept)]).includes(mark(text)) && (old?.isBack || old?.text !== text);
    const mine = typedHere.get(id);
    typeHere(id, text);
    write(id, { text, marks, mine, isBack, stamp: ++stamps, over: old?.over ?? rowOf(id)?.dataset.over, label: old?.label ?? labelOf(id), at: Date.now() });
};
const show = () => {
    const ids = waitingIds();
    const unsaved = new Set(ids.map(id => rowOf(id)).filter(row => row));
    document.querySelectorAll('.rp-grid tr[data-row]').forEach(row => row.toggleAttribute('data-unkept', unsaved.has(row)));
    const bar = document.querySelector('.rp-toolbar');
    bar?.toggleAttribute('data-unkept', ids.length > 0);
    const late = ids.filter(id => readUnkept(id)?.at < Date.now() - RETRY).length;
    const words = ids.length === 0 ? '' : late === 0 ? 'Sparar …'
        : `${count(late, 'ruta', 'rutor')} är inte sparad${late === 1 ? '' : 'e'} på servern än. Det du skrev finns kvar i den här webbläsaren.`;
    const place = document.getElementById('ej-sparat');
    if (place && place.textContent !== words) place.textContent = words;
};
const compare = () => {
    for (const id of unkeptIds()) {
        const kept = document.getElementById(id)?.dataset.kept;
        const entry = readUnkept(id);
        if (kept !== undefined && entry?.text === kept && !entry.isBack) forget(id);
    }
    show();
};
const put = async texts => {
    for (let rest = texts; rest.length > 0;) {
        let size = 0;
        const part = rest.filter((t, i) => (size += t.text.length + t.id.length + 30) < LARGEST_CALL || i === 0);
        rest = rest.slice(part.length);
        const stamp = new Map(part.map(t => [t.id, readUnkept(t.id)?.stamp]));
        part.forEach(t => typeHere(t.id, t.text));
        for (const state of await grid.invokeMethodAsync('PutAsync', part)) {
            const entry = readUnkept(state.id);
            if (state.isSettled && entry?.text === state.kept && entry.stamp === stamp.get(state.id)) forget(state.id);
        }
    }
    show();
};

// Whatever the server has not taken in, such as what was typed while the line was away, it is told again.
setInterval(async () => {
    if (!grid || !table()) return;
    show();
    const late = unkeptIds().filter(id => !asked.has(id) && readUnkept(id)?.at < Date.now() - RETRY);
    if (isPutting || late.length === 0) return;
    isPutting = true;
    try { await put(late.map(id => ({ id, text: readUnkept(id).text }))); }
    catch { /* The line is away: tried again. */ }
    finally { isPutting = false; }
}, RETRY);

document.addEventListener('input', e => {
    const field = e.target;
    if (!field.matches('.rp-grid [data-kept]')) return;
    keep(field.id, field.value, field.dataset.kept);
    show();
}, true);

// Where the server has put something else in a row, as after Ångra ändringen, what was typed before is no longer kept.
const epochs = new Map();
new MutationObserver(() => {
    if (!grid || !table()) return;
    for (const row of document.querySelectorAll('.rp-grid tr[data-row]')) {
        const { row: name, epoch } = row.dataset;
        if (epochs.has(name) && epochs.get(name) !== epoch) {
            unkeptIds().filter(id => rowOf(id) === row && !asked.has(id) && document.getElementById(id)?.value !== readUnkept(id).text).forEach(forget);
        }
        epochs.set(name, epoch);
    }
    compare();
}).observe(document.querySelector('main'), { subtree: true, childList: true, attributeFilter: ['data-kept', 'data-epoch', 'data-row'] });

const element = (tag, text, className) => Object.assign(document.createElement(tag), { textContent: text, className: className ?? '' });
const button = (text, act) => {
    const made = Object.assign(element('button', text, 'ds-button'), { type: 'button', onclick: act });
    made.dataset.variant = 'secondary';
    return made;
};
const notice = (color, words) => {
    const box = element('div', '', 'ds-alert');
    box.dataset.color = color;
    box.append(element('p', words));
    document.getElementById('aterstallt').append(box);
    return box;
};
const askFor = (state, text) => {
    asked.add(state.id);
    if (!state.isOpen) stranded.add(state.id);
    const box = notice('warning', state.isOpen
        ? `${state.label}: värdet har ändrats på servern sedan du skrev. Inget är förlorat. Välj vilket som ska gälla.`
        : `${state.label}: rutan kan inte längre ändras. Det du skrev finns kvar här tills du tar bort det.`);
    const both = element('dl', '', 'rp-list');
    for (const [name, value] of [['Sparat', state.kept], ['Ditt', text]]) {
        const line = document.createElement('div');
        line.append(element('dt', name), element('dd', value || 'tomt'));
        both.append(line);
    }
    const choices = element('div', '', 'rp-actions');
    const done = () => { box.remove(); document.getElementById(state.id)?.focus(); show(); };
    if (state.isOpen) {
        choices.append(button('Använd mitt', () => {
            asked.delete(state.id);
            write(state.id, { text, marks: [mark(state.kept), mark(text)], over: state.over, at: Date.now() });
            put([{ id: state.id, text }]).catch(() => { });
            done();
        }));
    }
    choices.append(button(state.isOpen ? 'Behåll det sparade' : 'Ta bort det jag skrev', () => { forget(state.id); done(); }));
    box.append(both, choices);
};
// The row is no longer the unit's to report: what was typed is shown, to be copied or taken away.
const tellOfStranded = id => {
    const { text, label } = readUnkept(id);
    stranded.add(id);
    asked.add(id);
    if (!text) return forget(id);
    const box = notice('warning', `${label || 'En ruta'}: raden redovisas inte längre här, så det du skrev kan inte sparas. Det finns kvar i den här webbläsaren tills du tar bort det.`);
    const choices = element('div', '', 'rp-actions');
    choices.append(button('Ta bort det jag skrev', () => {
        forget(id);
        box.remove();
        document.querySelector('.rp-grid .rp-cell')?.focus();
        show();
    }));
    box.append(element('p', `Du skrev: ${text}`, 'rp-text'), choices);
};
window.rpGridOpen = async opened => {
    grid = opened;
    asked.clear();
    stranded.clear();
    // What was kept before is put back here and nowhere else; what is typed meanwhile is not of it.
    isPutting = true;
    try { await putBack(unkeptIds()); }
    finally { isPutting = false; }
    show();
};
const putBack = async ids => {
    const states = await grid.invokeMethodAsync('FieldsNow', ids);
    const back = [];
    for (const state of states) {
        const entry = readUnkept(state.id);
        if (!entry || entry.text === state.kept) forget(state.id);
        else if (state.isOpen && entry.over === state.over && isOwn(entry, state.kept)) back.push({ id: state.id, text: entry.text });
        else askFor(state, entry.text);
    }
    ids.filter(id => !states.some(s => s.id === id)).forEach(tellOfStranded);
    if (back.length > 0) {
        await put(back);
        notice('success', `${count(back.length, 'ruta', 'rutor')} som inte hann sparas är återställd${back.length === 1 ? '' : 'a'}.`);
    }
};

// Who signs out is told of what is not saved; it stays in this browser until the same user opens the grid again.
document.addEventListener('submit', e => {
    const left = waitingIds().length;
    if (left > 0 && e.target.matches('form[action="/logga-ut"]')
        && !confirm(`${count(left, 'ruta', 'rutor')} är inte sparad${left === 1 ? '' : 'e'} på servern än. Det du skrev ligger kvar i den här webbläsaren och återställs när du loggar in och öppnar rutnätet igen. Logga ut ändå?`)) e.preventDefault();
});
