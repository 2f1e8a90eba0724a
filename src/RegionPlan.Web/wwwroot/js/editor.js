// Escape closes the list that is open and goes back to its button.
document.addEventListener('keydown', e => {
    const button = e.key === 'Escape' && !e.isComposing && document.getElementById(e.target.closest('[data-closed-by]')?.dataset.closedBy);
    if (button) {
        e.preventDefault();
        button.click();
        button.focus();
    }
});

// What is dragged is seen as the whole goal, and may be dropped on another; some browsers drag nothing without data.
let isDragged = false;
document.addEventListener('dragstart', e => {
    if (e.target.matches?.('.rp-drag')) {
        isDragged = true;
        e.dataTransfer.setData('text/plain', '');
        e.dataTransfer.effectAllowed = 'move';
        e.dataTransfer.setDragImage(e.target.closest('.rp-card'), 0, 0);
    }
});
document.addEventListener('dragend', () => isDragged = false);
document.addEventListener('dragover', e => {
    if (isDragged && e.target.closest?.('.rp-goal-editor')) {
        e.preventDefault();
    }
});
