// Nothing typed is lost in the entry grid and the editor of a styrkort, however late the server's answers are.

// The answer to a click gives the focus to what was added, moved or opened: the server knows which, the browser has it. On a slow line the user
// has often gone on before the answer: who has moved the focus meanwhile keeps it, and letters typed after a button that leads to a field
// wait for that field.
let hasMovedOn = false;
let isOurs = false;
let isAwaited = false;
let ahead = '';
window.rpFocus = id => {
    const place = document.getElementById(id);
    if (!hasMovedOn || document.activeElement === document.body) {
        isOurs = true;
        place?.focus();
        isOurs = false;
    }
    if (place && !place.matches('input, textarea')) return;
    if (place && ahead) {
        place.setRangeText(ahead, place.selectionStart, place.selectionEnd, 'end');
        place.dispatchEvent(new Event('input', { bubbles: true }));
    }
    isAwaited = false;
    ahead = '';
};
document.addEventListener('focusin', () => hasMovedOn ||= !isOurs);
document.addEventListener('click', e => {
    const pressed = e.target.closest?.('button, a');
    if (pressed) {
        hasMovedOn = false;
        isAwaited = pressed.matches('[data-leads="field"]');
    }
}, true);
const isForTheField = e => isAwaited && !hasMovedOn && !e.isComposing && (e.key.length === 1 || e.key === 'Enter' || e.key === 'Backspace')
    && (e.getModifierState('AltGraph') || !(e.ctrlKey || e.altKey || e.metaKey));
document.addEventListener('keydown', e => {
    if (isForTheField(e)) {
        e.preventDefault();
        ahead = e.key === 'Backspace' ? ahead.slice(0, -1) : e.key === 'Enter' ? ahead : ahead + e.key;
    }
}, true);
document.addEventListener('keyup', e => isForTheField(e) && e.preventDefault(), true);

// An answer that was on its way when a key was pressed, such as to an undo just before, does not take the letter away: until the server says
// that the key has come, the field gets back what was typed, and the server is told it once more, so that what is seen is what is kept.
const onTheirWay = new Map();

// On the window, before anybody else who listens: what they change in the page must not find the letter before this one on its way.
window.addEventListener('input', e => {
    const field = e.target;
    if (!field.matches('textarea, input:not([type="date"])')) return;
    const key = { text: field.value, at: field.selectionStart };
    onTheirWay.set(field, key);

    // The question follows the key itself, which is sent when all who listen have had it.
    setTimeout(() => DotNet.invokeMethodAsync('RegionPlan.Web', 'rpHasCome').then(() => onTheirWay.get(field) === key && onTheirWay.delete(field), () => { }));
}, true);
const giveBack = ({ text, at }, field) => {
    if (field.isConnected && field.value !== text) {
        field.value = text;
        field.setSelectionRange(at, at);
        field.dispatchEvent(new Event('input', { bubbles: true }));
    }
};

// An answer that changes the field's text and nothing else is seen by no observer: it is looked for before the next key.
document.addEventListener('keydown', e => onTheirWay.has(e.target) && giveBack(onTheirWay.get(e.target), e.target), true);
new MutationObserver(() => onTheirWay.forEach(giveBack)).observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true, characterData: true });

// A text that is put in the field by the page itself takes the place of the letters on their way.
window.rpPut = (field, text) => {
    onTheirWay.delete(field);
    field.value = text;
};
