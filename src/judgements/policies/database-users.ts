import { parseArn } from '../../text/arn.ts';
import { compile } from '../../iam/compile.ts';
import { allowsAction } from '../../iam/document.ts';
import { FRESH } from '../../iam/search.ts';
import type { Judgement } from '../../iam/types.ts';
import type { PolicyQuestion } from './ask-policy.ts';
import { notGranted } from './document-verdicts.ts';

const connect = 'rds-db:connect';

interface Trial {
  readonly arn: string;
  readonly granted: string;
}

const hasWildcard = (text: string): boolean => /[*?]/.test(text);

/** A part of an ARN as a request may have it. */
const filled = (text: string, any: string): string => (text === '*' ? any : text.replaceAll(/[*?]+/g, any));

/** Who may connect as whoever he is may not connect as anybody: `${aws:username}` is a name. */
const named = (text: unknown): unknown =>
  Array.isArray(text)
    ? text.map(named)
    : typeof text === 'string'
      ? text.replaceAll(/\$\{aws:[^}]*\}/gi, 'x-caller')
      : text;

function withoutVariables(document: unknown): unknown {
  const { version, statements, problems } = compile(document);
  const usual = statements.every(({ json }) => typeof json === 'object' && json !== null);
  if (problems.length > 0 || !usual) return document;
  return {
    Version: version,
    Statement: statements.map(({ json }) =>
      Object.fromEntries(
        Object.entries(json as object).map(([key, value]: [string, unknown]) => [
          key,
          /^resource$/i.test(key) ? named(value) : value,
        ]),
      ),
    ),
  };
}

/**
 * Users to try, `arn:aws:rds-db:<region>:<account>:dbuser:<database>/<user>`
 * (https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html): any user of any database, and what each
 * pattern of the document leaves open.
 */
function trials(document: unknown): readonly Trial[] {
  const found: Trial[] = [
    {
      arn: `arn:aws:rds-db:us-east-1:000000000000:dbuser:${FRESH}/${FRESH}`,
      granted: 'as any user to any database',
    },
  ];
  for (const { resources } of compile(document).statements) {
    for (const { text } of resources ?? []) {
      const parts = parseArn(text);
      if (parts === undefined || !(parts[2] === 'rds-db' || hasWildcard(parts[2]))) continue;
      const [, database, user] = /^dbuser[:/]([^/:]+)(?:[/:](.*))?$/.exec(parts[5]) ?? [];
      const open = database === undefined || hasWildcard(database);
      const anybody = user === undefined || hasWildcard(user);
      if (!open && !anybody) continue;
      const rest = `${filled(database ?? '*', FRESH)}/${filled(user ?? '*', FRESH)}`;
      found.push({
        arn: `arn:${filled(parts[1], 'aws')}:rds-db:${filled(parts[3], 'us-east-1')}:${filled(parts[4], '000000000000')}:dbuser:${rest}`,
        granted: open
          ? `as ${anybody ? 'any user' : `user ${user ?? ''}`} to databases it does not name`
          : `as any user to database ${database ?? ''}`,
      });
    }
  }
  return found;
}

const strength = { no: 0, possible: 1, yes: 2 } as const;

function mostOpen(of: unknown): { readonly judgement: Judgement; readonly granted: string } {
  let most: { judgement: Judgement; granted: string } = {
    judgement: { answer: 'no', statements: [], conditions: {} },
    granted: '',
  };
  const document = withoutVariables(of);
  for (const { arn, granted } of trials(document)) {
    const judgement = allowsAction(document, connect, arn);
    if (strength[judgement.answer] > strength[most.judgement.answer]) most = { judgement, granted };
  }
  return most;
}

export const connectingToNamedUsers: PolicyQuestion = {
  judge(name, document) {
    const { judgement, granted } = mostOpen(document);
    return notGranted(
      name,
      document,
      judgement,
      `allows connecting ${granted}`,
      'allows connecting to databases at most as users it names',
    );
  },
  risk: 'A token of IAM is the password of a database user: whoever may get one for every user may get one for the owner of the data.',
  fix: 'Name the database by its resource id and the user in Resource for rds-db:connect, or let each connect as the user of his own name by ${aws:username}.',
  good: {
    Action: ['rds-db:connect'],
    Resource: ['arn:aws:rds-db:eu-west-1:111122223333:dbuser:db-ABCDEFGHIJKL01234/reporting'],
  },
  bad: { Action: 'rds-db:connect', Resource: 'arn:aws:rds-db:eu-west-1:111122223333:dbuser:*/*' },
  references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.IAMPolicy.html'],
};
