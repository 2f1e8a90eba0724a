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
