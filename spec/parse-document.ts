import { DescriptionError } from './description-error.ts';
import { isJson, lineAt } from './line-of.ts';
import { parseYaml } from './parse-yaml.ts';

/** Reads JSON or YAML text. @throws {DescriptionError} naming the line of the first mistake. */
export function parseDocument(file: string, text: string): unknown {
  if (text.trim() === '') throw new DescriptionError(`${file}:1: the file is empty. Put an OpenAPI 3.0 or 3.1 document there.`);
  if (isJson(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // YAML is a superset of JSON, and its parser says where the mistake is.
    }
  }
  const { error, value } = parseYaml(text);
  if (error === null && !isJson(text)) return value;
  const where = error === null ? 1 : lineAt(text, error.offset);
  const what = error?.message.split('\n')[0]?.replace(/[.:]$/, '') ?? 'it is YAML written like JSON';
  throw new DescriptionError(`${file}:${where}: the ${isJson(text) ? 'JSON' : 'YAML'} cannot be read: ${what}. Correct the document.`);
}
