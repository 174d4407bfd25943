import { sessionServices } from '../services/session-services.ts';
import { checks } from '../../checks/index.ts';
import { startFront, type Front } from '../stand-in/front.ts';
import { Connection } from '../aws/connection.ts';
import { root } from '../stand-in/root.ts';
import { Session } from '../aws/session.ts';
import { collect } from '../inventory/collect.ts';
import { Inventory } from '../inventory/inventory.ts';
import { planFor, type Plan } from '../inventory/plan.ts';
import { headerOf } from '../inventory/header.ts';
import { snapshotLines } from '../inventory/snapshot.ts';
import { answerAccount } from './demo/account.ts';
import { answerApps } from './demo/apps.ts';
import { account, now } from './demo/company.ts';
import { answerCompute } from './demo/compute.ts';
import { answerEdge } from './demo/edge.ts';
import { answerGuarding } from './demo/guarding.ts';
import { answerIam } from './demo/iam.ts';
import { answerLogging } from './demo/logging.ts';
import { answerNetwork } from './demo/network.ts';
import { answerRest } from './demo/rest.ts';
import { answerPeople } from './demo/people.ts';
import { answerSharing } from './demo/sharing.ts';
import { answerStorage } from './demo/storage.ts';
import { demoAccount, writeParts } from './demo-parts.ts';
import { writeFiles } from './gen-fresh.ts';

/** What the auditor's role may not do, and one thing nobody in that region may. */
function answerDenials(front: Front): void {
  front.error({ service: 'codebuild', region: 'eu-central-1' }, 'scp-denied');
  front.error({ service: 'ssm', operation: 'DescribeParameters', region: 'eu-central-1' }, 'scp-denied');
  front.error({ service: 'securityhub', operation: 'GetEnabledStandards', region: 'eu-central-1' }, 'access-denied');
}

/** Serves the company's account: every answer is one that AWS could send, checked against the services' models. */
async function serve(plan: Plan): Promise<Front> {
  const front = await startFront({ defaultAccount: account });
  await answerRest(front, plan);
  for (const answer of [
    answerAccount,
    answerIam,
    answerStorage,
    answerNetwork,
    answerPeople,
    answerSharing,
    answerCompute,
    answerLogging,
    answerGuarding,
    answerEdge,
    answerApps,
    answerDenials,
  ])
    answer(front);
  return front;
}

/**
 * Records the demo account through the collector, as every account is collected. The same bytes every time: ids come from
 * names, times from the recording's own clock.
 */
export async function record(): Promise<string> {
  const plan = planFor(checks, { tags: true });
  const front = await serve(plan);
  const env = { AWS_ACCESS_KEY_ID: 'AKIADEMOEXAMPLE', AWS_SECRET_ACCESS_KEY: 'demo', AWS_REGION: 'eu-west-1' };
  let inventory: Inventory | undefined;
  const connection = new Connection({ endpointUrl: front.url, env });
  const session = new Session(connection, {
    services: sessionServices,
    onCall: ({ service, region }) => inventory?.countCall(service, region),
  });
  try {
    inventory = new Inventory({ ...(await headerOf(session, plan, new Date(now))), access: signedIn });
    await collect({ plan, inventory, apis: session.apis, clock: () => now });
    inventory.finishedAt = new Date(now + 41_000).toISOString();
    assertWhole(front, inventory);
    return [...snapshotLines(inventory)].join('');
  } finally {
    connection.close();
    await front.stop();
  }
}

/** As the auditor of the demo company signs in, by way of the account that security works from. */
const signedIn = {
  source:
    'profile marlow-audit, by profile marlow-sso: IAM Identity Center, permission set Auditor of account 530917264408',
  roles: ['arn:aws:iam::408210937655:role/security-audit'],
};

/** @throws when an answer is missing, or one of them could not be read: the recording would show a fault of its own. */
function assertWhole(front: Front, inventory: Inventory): void {
  const missing = front.record.requests.flatMap(({ source, service, operation }) =>
    source === 'none' ? [`${service}:${operation}`] : [],
  );
  const results = inventory.types.flatMap((key) => inventory.listings({ key })).map(({ result }) => result);
  const outcomes = results.flatMap((result) =>
    result.kind === 'present' ? result.records.flatMap((record) => Object.values(record.outcomes)) : [result],
  );
  const failed = outcomes.flatMap((outcome) =>
    outcome.kind === 'failed' ? [`${outcome.actions.join()}: ${outcome.message}`] : [],
  );
  const wrong = [...new Set([...missing.map((call) => `no answer to ${call}`), ...failed])];
  if (wrong.length > 0) throw new Error(`the demo account could not be recorded:\n${wrong.join('\n')}`);
}

if (process.argv[1] === import.meta.filename) {
  const text = await record();
  writeParts(root, text);
  writeFiles(root, demoAccount(root));
  process.stdout.write(`demo: ${text.split('\n').length - 1} lines, ${Math.round(text.length / 1024)} kB\n`);
}
