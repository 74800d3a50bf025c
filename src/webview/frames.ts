/**
 * Gathers what asks to be drawn: however often it is asked for, it is drawn once, with the next frame of the screen.
 *
 * @param draw what is to be done
 * @returns asks for it
 */
export function oncePerFrame(draw: () => void): () => void {
  let isAsked = false;
  return () => {
    if (!isAsked) {
      isAsked = true;
      requestAnimationFrame(() => {
        isAsked = false;
        draw();
      });
    }
  };
}
