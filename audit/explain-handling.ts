import type { Place, RequestSite } from '../requests/request-site.ts';
import type { ExplainedFact, ExplainedPlace } from './explanation.ts';

const STATUS: Readonly<Record<NonNullable<RequestSite['handling']['status']>, string>> = {
  thrown: 'An error status is thrown.',
  checked: 'The status is looked at.',
  ignored: 'The response is used without a look at its status.',
  swallowed: 'A failure is dropped, and nothing tells of it.',
};

/** What the code does about failure, time and repetition, with the place where one is known. */
export function explainHandling({ handling, client, response }: RequestSite, at: (place: Place | null) => ExplainedPlace | null): readonly ExplainedFact[] {
  const { status, statuses, swallowedAt, timeout, retry, floating, bodyBeforeCheck } = handling;
  const fact = (text: string, place: Place | null = null): ExplainedFact => ({ text, place: at(place) });
  return [
    status === null ? fact('What is done about the status cannot be known.') : fact(status === 'thrown' ? `${STATUS.thrown.slice(0, -1)}, by ${client} or a function around it.` : STATUS[status], swallowedAt),
    ...(statuses.length === 0 ? [] : [fact(`These are told apart: ${statuses.join(', ')}.`)]),
    ...(bodyBeforeCheck ? [fact('The body is read before the status is looked at.')] : []),
    fact(timeout === null ? 'Whether a timeout is set cannot be known.' : timeout ? 'A timeout is set.' : 'No timeout is set.'),
    fact(retry === null ? 'Whether it is sent again on failure cannot be known.' : retry ? 'It is sent again on failure.' : 'It is not sent again on failure.'),
    ...(floating ? [fact('Its promise is neither awaited, returned nor caught.')] : []),
    ...(response.format === null ? [] : [fact(`The body is read as ${response.format}.`, response.place)]),
  ];
}
