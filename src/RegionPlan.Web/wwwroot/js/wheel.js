// Moves a date along its track by drag or arrow key. What is moved is a link to the form that shows the consequences: nothing is saved here.
const oneDay = 24 * 60 * 60 * 1000;
const numberOf = day => Date.parse(day) / oneDay;
const dayOf = number => new Date(number * oneDay).toISOString().slice(0, 10);
const weekday = day => new Date(day).toLocaleDateString('sv-SE', { weekday: 'long', timeZone: 'UTC' });

for (const handle of document.querySelectorAll('.rp-handle')) {
    const track = handle.parentElement;
    const says = track.parentElement.querySelector('[data-track-says]');
    const [first, days, start] = [numberOf(track.dataset.first), Number(track.dataset.days), handle.dataset.day];
    const followUp = track.parentElement.getAttribute('aria-label');
    let dragged = null;

    const moveTo = day => {
        const at = Math.min(Math.max(numberOf(day), first), first + days - 1);
        const moved = at - numberOf(start);
        handle.dataset.day = dayOf(at);
        handle.style.insetInlineStart = `${100 * (at - first) / days}%`;
        const address = new URL(handle.href);
        address.searchParams.set('dag', handle.dataset.day);
        handle.href = address.href;
        handle.title = `${handle.dataset.name} ${handle.dataset.day}`;
        handle.setAttribute('aria-label', `${handle.title}, ${followUp}`);
        handle.toggleAttribute('data-moved', moved !== 0);
        says.textContent = moved === 0
            ? ''
            : `${handle.dataset.name} ${weekday(handle.dataset.day)} ${handle.dataset.day}, ${Math.abs(moved)} ${Math.abs(moved) === 1 ? 'dag' : 'dagar'} ${moved > 0 ? 'senare' : 'tidigare'}`;
    };

    handle.addEventListener('keydown', e => {
        const steps = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -7, PageUp: 7 }[e.key];
        if (e.ctrlKey || e.altKey || e.metaKey) {
            return;
        }
        if (steps) {
            e.preventDefault();
            moveTo(dayOf(numberOf(handle.dataset.day) + steps));
        } else if (e.key === 'Escape') {
            dragged = null;
            moveTo(start);
        }
    });

    handle.addEventListener('pointerdown', e => {
        if (e.button === 0) {
            handle.setPointerCapture(e.pointerId);
            dragged = { x: e.clientX, from: handle.dataset.day, isMoved: false };
        }
    });
    handle.addEventListener('pointermove', e => {
        if (dragged) {
            const steps = Math.round((e.clientX - dragged.x) / (track.clientWidth / days));
            dragged.isMoved ||= Math.abs(e.clientX - dragged.x) > 4;
            moveTo(dayOf(numberOf(dragged.from) + steps));
        }
    });
    handle.addEventListener('pointercancel', () => {
        dragged = null;
        moveTo(start);
    });

    // The click that ends a drag follows the link only where the date has moved.
    handle.addEventListener('click', e => {
        if (dragged?.isMoved && handle.dataset.day === start) {
            e.preventDefault();
        }
        dragged = null;
    });
    handle.addEventListener('dragstart', e => e.preventDefault());
}
