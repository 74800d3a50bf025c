/**
 * Paints a drawing, as the editor's extensions cannot.
 *
 * @param svg the text of an SVG that loads nothing
 * @param width how many pixels wide
 * @param height how many pixels high
 * @returns the bytes of a PNG in base64; empty where it cannot be painted
 */
export async function pngOf(svg: string, width: number, height: number): Promise<string> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [width, height];
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const text = canvas.toDataURL('image/png');
    return text.startsWith(PNG) ? text.slice(PNG.length) : '';
  } catch {
    return '';
  } finally {
    URL.revokeObjectURL(address);
  }
}

const PNG = 'data:image/png;base64,';
