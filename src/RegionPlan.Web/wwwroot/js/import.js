// Tells at once that a file is too large, instead of after it has been sent.
const field = document.getElementById('fil');
const fault = document.getElementById('fil-fel');
const megabytes = bytes => Math.ceil(bytes / 1024 / 1024);

field?.addEventListener('change', () => {
    const [file] = field.files;
    const most = Number(field.dataset.max);
    const text = file && file.size > most
        ? `Filen är ${megabytes(file.size)} MB. Största storlek är ${megabytes(most)} MB. Ta bort bilder och onödiga blad, eller dela upp raderna på flera filer.`
        : '';
    fault.textContent = text;
    field.setCustomValidity(text);
    field.toggleAttribute('aria-invalid', text !== '');
});
