export function log(text: unknown): void {
  console.log(text);
}
