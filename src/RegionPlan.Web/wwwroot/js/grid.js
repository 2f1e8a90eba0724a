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
