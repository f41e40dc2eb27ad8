/** The options of a rule as a list for its page, from the descriptions in its JSON Schema. */
export function renderOptions(schema: unknown): string {
  const first: unknown = Array.isArray(schema) ? schema[0] : schema;
  const properties = isRecord(first) && isRecord(first.properties) ? Object.entries(first.properties) : [];
  if (properties.length === 0) return 'None.';
  return properties.map(([name, property]) => `- \`${name}\` (${typeOf(property)}): ${descriptionOf(property)}`).join('\n');
}

function typeOf(property: unknown): string {
  if (!isRecord(property)) return 'any';
  if (Array.isArray(property.enum)) return property.enum.map((value) => `\`${JSON.stringify(value)}\``).join(' or ');
  if (property.type === 'array') return 'a list of strings';
  return typeof property.type === 'string' ? property.type : 'any';
}

function descriptionOf(property: unknown): string {
  return isRecord(property) && typeof property.description === 'string' ? property.description : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
