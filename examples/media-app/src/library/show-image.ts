/** An image of a size. The browser fetches it, and with it whatever the address asks for. */
export function showImage(url: string, width: number, height: number): HTMLImageElement {
  const image = new Image(width, height);
  image.src = url;
  return image;
}
