// The entry grid as a sheet: blocks pasted from Excel or LibreOffice, fill down, and undo and redo across its cells. Reads js/grid.js.
const COLUMNS = ['numerator', 'denominator', 'total', 'women', 'men'];
const COLUMN_NAMES = { numerator: 'täljare', denominator: 'nämnare', total: 'totalt', women: 'kvinnor', men: 'män' };
const MOST_STEPS = 200;
const isCell = field => field?.matches?.('.rp-grid .rp-cell');
const fieldOf = id => id.slice(id.lastIndexOf('-') + 1);
const shownRows = () => [...document.querySelectorAll('.rp-grid tr[data-row]')];
const cellOf = (row, column) => row && document.getElementById(`${row.dataset.row}-${column}`);

// Undo: a step is the cells it changed, with what they held before and after. Letters typed in one cell are one step.
const done = [];
const undone = [];
const held = new Map();
let typing = null;
const remember = step => {
    done.push(step);
    if (done.length > MOST_STEPS) done.shift();
    undone.length = 0;
};
const putCells = (changes, answer) => {
    for (const { id, to } of changes) {
        const field = document.getElementById(id);
        keep(id, to, field.dataset.kept);
        rpPut(field, to);
        held.set(id, to);
    }
    show();
    tell(answer);
    // Where the line is away, the texts are told again when it is back.
    put(changes.map(({ id, to }) => ({ id, text: to }))).catch(() => { });
};
const change = (changes, answer) => {
    typing = null;
    remember(changes);
    putCells(changes, answer);
};
document.addEventListener('focusin', e => {
    if (!isCell(e.target)) return;
    typing = null;
    held.set(e.target.id, e.target.value);
});
document.addEventListener('input', e => {
    const { id, value } = e.target;
    if (!isCell(e.target) || value === (held.get(id) ?? '')) return;
    if (typing?.[0].id === id) typing[0].to = value;
    else remember(typing = [{ id, from: held.get(id) ?? '', to: value }]);
    undone.length = 0;
    held.set(id, value);
}, true);
const turn = (from, to, back, word) => {
    typing = null;
    const step = from.pop();
    if (!step) return tell(`Det finns inget att ${word}.`);
    const open = step.filter(c => document.getElementById(c.id)?.readOnly === false);
    if (open.length === 0) return tell('Rutorna kan inte längre ändras.');
    to.push(open);
    document.getElementById(open[0].id).focus();
    putCells(open.map(c => ({ id: c.id, to: back ? c.from : c.to })), `${back ? 'Ångrade' : 'Gjorde om'} ${count(open.length, 'ruta', 'rutor')}.`);
};
const fillDown = cell => {
    const rows = shownRows();
    const above = cellOf(rows[rows.indexOf(cell.closest('tr')) - 1], fieldOf(cell.id));
    if (!above || cell.readOnly) return tell(cell.readOnly ? 'Rutan kan inte ändras.' : 'Det finns ingen ruta ovanför att hämta från.');
    change([{ id: cell.id, from: cell.value, to: above.value }], `Hämtade ${above.value || 'tomt'} från rutan ovanför.`);
};
document.addEventListener('keydown', e => {
    if (!isCell(e.target) || !grid || e.isComposing || !(e.ctrlKey || e.metaKey) || e.altKey) return;
    const key = e.key.toLowerCase();
    const act = key === 'd' && !e.shiftKey ? () => fillDown(e.target)
        : key === 'z' && !e.shiftKey ? () => turn(done, undone, true, 'ångra')
        : key === 'y' || key === 'z' ? () => turn(undone, done, false, 'göra om') : null;
    if (act) {
        e.preventDefault();
        act();
    }
});

// A block: rows by line, cells by tab; a cell in quotation marks may hold both, and a doubled mark is one.
const blockOf = text => {
    const rows = [[]];
    let cell = '';
    let isQuoted = false;
    for (let i = 0; i < text.length; i++) {
        const c = text[i];
        if (isQuoted) {
            if (c !== '"') cell += c;
            else if (text[i + 1] === '"') { cell += '"'; i++; }
            else isQuoted = false;
        }
        else if (c === '"' && cell === '') isQuoted = true;
        else if (c === '\t' || c === '\n') {
            rows.at(-1).push(cell);
            cell = '';
            if (c === '\n') rows.push([]);
        }
        else if (c !== '\r') cell += c;
    }
    rows.at(-1).push(cell);
    while (rows.length > 1 && rows.at(-1).every(t => t.trim() === '')) rows.pop();
    return rows.map(row => row.map(t => t.replace(/[\s\u00a0\u202f]+/g, ' ').replace(/^\u2212/, '-').trim().replace(/ ?%$/, '')));
};
const isValue = text => /^[+-]?\d{1,3}( \d{3})*([.,]\d+)?$|^[+-]?\d+([.,]\d+)?$|^(ja|nej)$|^[\d ,.]+\/[\d ,.]+$/i.test(text);
const isWords = texts => texts.some(t => t) && texts.every(t => !t || !isValue(t));

// What goes where from the cell that is stood in, and what is left out and why.
const planOf = (block, cell) => {
    const left = [];
    if (block.length > 1 && isWords(block[0]) && block.slice(1).flat().some(isValue)) {
        left.push({ place: 'Rubrikraden', text: block[0].filter(t => t).join(', '), why: 'rubrik, klistras inte in', isExpected: true });
        block = block.slice(1);
    }
    while (block[0].length > 1 && isWords(block.map(r => r[0] ?? '')) && block.some(r => r.slice(1).some(isValue))) {
        left.push({ place: 'Textkolumn', text: block.map(r => r[0]).filter(t => t).slice(0, 3).join(', ') + ' …', why: 'text, klistras inte in' });
        block = block.map(r => r.slice(1));
    }
    const rows = shownRows();
    const columns = COLUMNS.filter(c => document.querySelector(`.rp-grid .rp-cell[id$="-${c}"]`));
    const [top, first] = [rows.indexOf(cell.closest('tr')), columns.indexOf(fieldOf(cell.id))];
    const changes = [];
    block.forEach((texts, r) => texts.forEach((text, c) => {
        if (text === '') return;
        const [row, column] = [rows[top + r], columns[first + c]];
        const target = row && column && cellOf(row, column);
        const place = row && column ? `${row.querySelector('.rp-code').textContent} ${COLUMN_NAMES[column]}` : `Rad ${r + 1}, kolumn ${c + 1} i blocket`;
        const why = !row ? 'raden får inte plats' : !column ? 'kolumnen får inte plats' : !target ? 'rutan finns inte' : target.readOnly ? 'rutan kan inte ändras'
            : !isValue(text) ? 'inte ett tal' : column === 'total' && changes.some(x => x.row === row && x.isPart) ? 'räknas ut av täljare och nämnare' : null;
        if (why) left.push({ place, text, why });
        else changes.push({ id: target.id, from: target.value, to: text, row, place, isPart: column === 'numerator' || column === 'denominator' });
    }));
    return { changes, left };
};
const pasteIn = (changes, left) => change(changes.map(({ id, from, to }) => ({ id, from, to })),
    `Klistrade in ${count(changes.length, 'ruta', 'rutor')}${left ? `, ${left} utelämnade` : ''}. Ctrl+Z ångrar.`);
const preview = ({ changes, left }, cell) => {
    const dialog = document.getElementById('klistra');
    const confirmed = document.getElementById('klistra-in');
    document.getElementById('klistra-text').textContent = changes.length === 0
        ? 'Inget i blocket passar från rutan du står i. Inget har ändrats.'
        : `Blocket passar inte helt från rutan du står i: ${count(changes.length, 'ruta', 'rutor')} fylls och ${left.length} utelämnas. Inget har ändrats än.`;
    document.getElementById('klistra-rader').replaceChildren(...[...left, ...changes].map(line => {
        const tr = document.createElement('tr');
        const head = element('th', line.place);
        head.scope = 'row';
        tr.append(head, element('td', line.text ?? line.to), element('td', line.why ? `Utelämnas: ${line.why}` : line.from && line.from !== line.to ? `Ersätter ${line.from}` : 'Fylls'));
        return tr;
    }));
    confirmed.hidden = changes.length === 0;
    confirmed.textContent = `Klistra in ${count(changes.length, 'ruta', 'rutor')}`;
    confirmed.onclick = () => {
        dialog.close();
        pasteIn(changes, left.length);
    };
    document.getElementById('klistra-avbryt').onclick = () => dialog.close();
    dialog.onclose = () => cell.focus();
    dialog.showModal();
};
document.addEventListener('paste', e => {
    if (!isCell(e.target) || !grid) return;
    const block = blockOf(e.clipboardData.getData('text/plain'));
    if (block.length === 1 && block[0].length === 1 && !e.target.readOnly) return;
    e.preventDefault();
    const plan = planOf(block, e.target);
    if (plan.changes.length === 0 || plan.left.some(l => !l.isExpected)) preview(plan, e.target);
    else pasteIn(plan.changes, 0);
});
