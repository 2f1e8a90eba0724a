// Gives the focus to a part of the editor after it was added or moved: the server knows which, the browser has it.
window.rpFocus = id => document.getElementById(id)?.focus();
