import type { Description, Operation } from '../spec/description.ts';
import { tagOf } from './name-operation.ts';
import { sumCoverage } from './summarise.ts';
import type { Counts, DescriptionCoverage, OperationCoverage, TagCoverage } from './audit-report.ts';

/**
 * Which operations of the descriptions the requests send, by description and tag, both in the document's order. An
 * operation with several tags counts under its first. One that is not wanted counts only where it is sent.
 */
export function measureCoverage(descriptions: readonly Description[], sent: Iterable<Operation>, isWanted: (operation: Operation) => boolean = () => true): DescriptionCoverage[] {
  const sites = new Map<Operation, number>();
  for (const operation of sent) sites.set(operation, (sites.get(operation) ?? 0) + 1);
  return descriptions.map((description) => {
    const counted = description.operations.filter((operation) => sites.has(operation) || isWanted(operation));
    const tags = measureTags(counted, sites);
    const { title } = description.document.info;
    const outOfScope = description.operations.length - counted.length;
    return { description: description.name, title, ...sumCoverage(tags), ...(outOfScope === 0 ? {} : { outOfScope }), tags };
  });
}

function measureTags(operations: readonly Operation[], sites: ReadonlyMap<Operation, number>): TagCoverage[] {
  const byTag = new Map<string, OperationCoverage[]>();
  for (const operation of operations) {
    const tag = tagOf(operation);
    const listed = byTag.get(tag) ?? [];
    byTag.set(tag, listed);
    const { label, summary, standing } = operation;
    listed.push({ operation: label, summary, standing, sites: sites.get(operation) ?? 0 });
  }
  return [...byTag].map(([tag, listed]) => {
    return { tag, ...count(listed, 'documented'), undocumented: count(listed, 'undocumented'), operations: listed };
  });
}

function count(operations: readonly OperationCoverage[], standing: OperationCoverage['standing']): Counts {
  const counted = operations.filter((operation) => operation.standing === standing);
  return { implemented: counted.filter(({ sites }) => sites > 0).length, total: counted.length };
}
