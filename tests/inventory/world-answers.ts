import { account } from '../../src/stand-in/facts.ts';
import { InRegion } from '../../src/stand-in/answers.ts';
import { CannedError } from '../../src/stand-in/front.ts';
import type { CannedBody } from '../../src/stand-in/front.ts';
import { worldFiles } from '../../src/stand-in/world.ts';
import { awsError } from '../helpers/resource-suite.ts';
import type { Question } from './slow-account.ts';

/** Members that are times, which clients give as such. */
const isTime = /(Date|At|Time|On|From|To)$/;

const revived = (body: unknown): object =>
  JSON.parse(JSON.stringify(body), (name, value: unknown) =>
    isTime.test(name) && typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? new Date(value) : value,
  ) as object;

/** What the world answers, as clients give it; what it does not say is empty. */
export async function worldAnswers(): Promise<(question: Question) => object> {
  const bodies = new Map<string, (question: Question) => unknown>();
  for (const [file, { answers }] of await worldFiles()) {
    const service = file.split('/').at(-2) ?? '';
    for (const [operation, answer] of Object.entries(answers))
      bodies.set(`${service}:${operation}`, (question) => {
        if (!(answer instanceof InRegion)) return of(answer, question);
        return question.region === answer.region ? of(answer.body, question) : {};
      });
  }
  return (question) => {
    const body = bodies.get(`${question.service}:${question.operation}`)?.(question) ?? {};
    if (!(body instanceof CannedError)) return revived(body);
    throw awsError(codeOf(body), '', 404);
  };
}

const of = (body: CannedBody | CannedError, question: Question): unknown =>
  typeof body === 'function' ? body({ ...question, account, partition: 'aws', path: '/' }) : body;

const codeOf = ({ error }: CannedError): string =>
  typeof error === 'object' && 'code' in error ? error.code : 'AccessDeniedException';
