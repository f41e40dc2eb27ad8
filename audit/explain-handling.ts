import type { Handling, Place, Repeat, RequestSite } from '../requests/request-site.ts';
import type { ExplainedFact, ExplainedPlace } from './explanation.ts';

const STATUS: Readonly<Record<NonNullable<Handling['status']>, string>> = {
  thrown: 'An error status is thrown.',
  checked: 'The status is looked at.',
  ignored: 'The response is used without a look at its status.',
  swallowed: 'A failure is dropped, and nothing tells of it.',
};

const BY: Readonly<Record<Repeat['by'], string>> = {
  client: 'an option of the client',
  package: 'a function of a package',
  loop: 'a loop',
  recursion: 'a function that calls itself',
  resend: 'a second call',
  reconnect: 'a new connection',
};

/** What the code does about failure, time and repetition, with the place where one is known. */
export function explainHandling({ handling, response }: RequestSite, at: (place: Place | null) => ExplainedPlace | null): readonly ExplainedFact[] {
  const { status, statuses, statusesOpen, swallowedAt, floating, bodyBeforeCheck, deadline } = handling;
  const fact = (text: string, place: Place | null = null): ExplainedFact => ({ text, place: at(place) });
  return [
    fact(status === null ? 'What is done about the status cannot be known.' : STATUS[status], swallowedAt),
    ...(statuses.length === 0 ? [] : [fact(`Statuses that are told apart: ${statuses.join(', ')}${statusesOpen ? ', and perhaps others' : ''}.`)]),
    ...(bodyBeforeCheck ? [fact('The body is read before the status is looked at.')] : []),
    fact(describeTimeout(handling)),
    ...(deadline === null ? [] : [fact('The whole answer has to be read within a time.', deadline)]),
    ...handling.repeats.map((repeat) => fact(describeRepeat(repeat), repeat.place)),
    ...(handling.repeats.length > 0 ? [] : [fact(describeNoRepeat(handling))]),
    ...(floating ? [fact('Its promise is neither awaited, returned nor caught.')] : []),
    ...(response.format === null ? [] : [fact(`The body is read as ${response.format}.`, response.place)]),
  ];
}

function describeTimeout({ timeout, timeoutOpen }: Handling): string {
  if (timeout === true) return 'A timeout is set.';
  return timeout === null || timeoutOpen ? 'No timeout is seen; what is not known may set one.' : 'No timeout is set.';
}

function describeRepeat({ by, limit, statuses }: Repeat): string {
  const often = limit === null ? '' : limit === 'endless' ? ', without an end' : `, ${limit === 1 ? 'once' : `${String(limit)} times`} at most`;
  const after = statuses === null ? '' : statuses === 'all' ? ', after any error status' : statuses.length === 0 ? ', not for a status' : `, after ${statuses.join(', ')}`;
  return `It is sent again on failure by ${BY[by]}${often}${after}.`;
}

function describeNoRepeat({ retry, retryOpen }: Handling): string {
  if (retry === true) return 'It is sent again on failure.';
  return retry === null || retryOpen ? 'It is not seen to be sent again on failure; what is not known may do so.' : 'It is not sent again on failure.';
}
