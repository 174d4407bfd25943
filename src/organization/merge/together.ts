import type { Severity } from '../../engine/check.ts';
import type { Ways } from '../../iam/across/ways.ts';
import type { CheckCounts, ExportedJudgement } from '../export.ts';
import type { Status } from '../../engine/finding.ts';
import type { Moved } from './checks.ts';
import type { AccountLine, OrganizationFinding } from './model.ts';

/** A question to an organization that checks answer account by account. */
interface Question {
  readonly id: string;
  readonly title: string;
  readonly severity: Severity;
  /** What an account lacks that fails, e.g. `GuardDuty is off`. */
  readonly lacks: string;
  readonly checks: readonly string[];
  /** `all` of the checks have to pass, or `one` of them. */
  readonly needs: 'all' | 'one';
  /** Who answers it for all; where it was not judged nobody knows. */
  readonly decidedBy?: string;
}

const questions: readonly Question[] = [
  {
    id: 'organization-guardduty-covers-accounts',
    title: 'GuardDuty is on in every account',
    severity: 'high',
    lacks: 'GuardDuty is not on',
    checks: ['guardduty-detector-enabled'],
    needs: 'all',
  },
  {
    id: 'organization-securityhub-covers-accounts',
    title: 'Security Hub is on in every account',
    severity: 'medium',
    lacks: 'Security Hub is not on',
    checks: ['securityhub-hub-enabled', 'securityhub-v2-enabled'],
    needs: 'one',
  },
  {
    id: 'organization-inspector-covers-accounts',
    title: 'Inspector scans every account',
    severity: 'medium',
    lacks: 'Inspector does not scan',
    checks: [
      'inspector-ec2-scanning-enabled',
      'inspector-ecr-scanning-enabled',
      'inspector-lambda-standard-scanning-enabled',
    ],
    needs: 'all',
  },
  {
    id: 'organization-macie-covers-accounts',
    title: 'Macie is on in every account',
    severity: 'low',
    lacks: 'Macie is not on',
    checks: ['macie-session-enabled'],
    needs: 'all',
  },
  {
    id: 'organization-config-covers-accounts',
    title: 'The configuration recorder of AWS Config is on in every account',
    severity: 'medium',
    lacks: 'the recorder of AWS Config is not on',
    checks: ['config-recorder-enabled'],
    needs: 'all',
  },
  {
    id: 'organization-trail-covers-accounts',
    title: 'An organization trail logs every account',
    severity: 'high',
    lacks: 'no organization trail for all regions logs it',
    checks: ['cloudtrail-organization-trail-enabled'],
    needs: 'all',
  },
  {
    id: 'organization-root-credentials-centrally-managed',
    title: 'Root credentials of the members are managed centrally',
    severity: 'high',
    lacks: 'root credentials of the organization are not managed centrally',
    checks: ['iam-root-credentials-centrally-managed'],
    needs: 'all',
    decidedBy: 'the management account',
  },
  {
    id: 'organization-accounts-have-security-contact',
    title: 'Every account has a contact for security',
    severity: 'medium',
    lacks: 'there is no contact for security with an address',
    checks: ['account-security-contact-registered'],
    needs: 'all',
  },
];

const asked = new Set(questions.flatMap(({ checks }) => checks));

/** What was accepted counts as that. */
const withMoved = (counts: CheckCounts, moved: Readonly<Partial<Record<Status, number>>> = {}): CheckCounts => {
  const now: Partial<Record<Status | 'notApplicable', number>> = { ...counts };
  for (const [status, count] of Object.entries(moved) as [Status, number][]) {
    now[status] = (now[status] ?? 0) - count;
    now.suppressed = (now.suppressed ?? 0) + count;
  }
  return now;
};

type Standing = 'fail' | 'unknown' | 'suppressed' | 'pass' | 'not-applicable';
interface Answer {
  readonly standing: Standing;
  readonly why: string;
}

/** What all accounts together answer, of what each account's export counts. */
export class TogetherFold {
  readonly #counts = new Map<string, Readonly<Record<string, CheckCounts>>>();

  /** @param moved what was accepted in the account */
  add(account: string, { checks }: Pick<ExportedJudgement, 'checks'>, moved: Moved): void {
    const own = Object.entries(checks).filter(([check]) => asked.has(check));
    this.#counts.set(
      account,
      Object.fromEntries(own.map(([check, counts]) => [check, withMoved(counts, moved.get(check))])),
    );
  }

  /** Whether an account answered a question that one account answers for all. */
  #isDecided({ checks }: Question): boolean {
    return [...this.#counts.values()].some((counts) =>
      checks.some((check) => {
        const { fail = 0, suppressed = 0, pass = 0 } = counts[check] ?? {};
        return fail + suppressed + pass > 0;
      }),
    );
  }

  /** @param ofOne whether all accounts are of one organization: what is decided for it is decided for each of them */
  findings(accounts: readonly AccountLine[], ofOne: boolean): OrganizationFinding[] {
    const together = questions
      // Where no account was asked, the selection leaves the question out.
      .filter(({ checks }) => [...this.#counts.values()].some((counts) => checks.some((check) => check in counts)))
      .map((question) => {
        const { decidedBy } = question;
        const decided = decidedBy !== undefined && this.#isDecided(question);
        return findingOf(question, accounts, (account) => {
          const counts = this.#counts.get(account.id);
          const answer = counts === undefined ? notJudged(account) : answerOf(question, counts);
          if (decided && ofOne && answer.standing === 'unknown') return { standing: 'not-applicable', why: '' };
          return decidedBy !== undefined && !decided && answer.standing === 'not-applicable'
            ? { standing: 'unknown', why: `${decidedBy} decides it, and was not judged` }
            : answer;
        });
      });
    return [resultsOf(accounts), ...together];
  }
}

/** Who of one account becomes administrator of another, of what accounts say of ways to each other. */
export const waysFinding = (
  accounts: readonly AccountLine[],
  { counts, unknown, byManagement }: Ways,
): OrganizationFinding => {
  const dark = new Map(unknown.map(({ account, why }) => [account, why]));
  const found = findingOf(
    {
      id: 'organization-no-way-to-administrator-of-another-account',
      title: 'Nobody becomes administrator of an account through another one',
      severity: 'high',
      lacks: 'somebody of, or through, another account becomes administrator',
    },
    accounts,
    ({ id }) => {
      const count = counts.get(id);
      const why = dark.get(id);
      if (count !== undefined && count.proven > 0)
        return { standing: 'fail', why: `${count.proven} other accounts lead to its administrator` };
      if (count !== undefined)
        return { standing: 'unknown', why: `${count.possible} other accounts may lead to its administrator` };
      return why === undefined ? { standing: 'pass', why: '' } : { standing: 'unknown', why };
    },
  );
  return byManagement === 0
    ? found
    : {
        ...found,
        message: `${found.message}; not counted: administrators of the management account become administrator of ${byManagement}`,
      };
};

const notJudged = ({ cause }: AccountLine): Answer => ({
  standing: 'unknown',
  why: `was not judged${cause === undefined ? '' : `: ${cause.message}`}`,
});

/** An account without a result, or with a part of one, is a hole in everything that is said of the organization. */
const resultsOf = (accounts: readonly AccountLine[]): OrganizationFinding =>
  findingOf(
    {
      id: 'organization-accounts-scanned',
      title: 'Every account of the manifest was scanned',
      severity: 'high',
      lacks: 'there is no whole result',
    },
    accounts,
    ({ status, cause }) =>
      status === 'scanned'
        ? { standing: 'pass', why: '' }
        : { standing: 'fail', why: `${status}${cause === undefined ? '' : `: ${cause.message}`}` },
  );

const sum = ({ fail = 0, unknown = 0, manual = 0, suppressed = 0, pass = 0 }: CheckCounts): number =>
  fail + unknown + manual + suppressed + pass;

function answerOf({ checks, needs, lacks }: Question, counts: Readonly<Record<string, CheckCounts>>): Answer {
  const answers = checks.map((check): Answer => {
    const own = counts[check];
    if (own === undefined) return { standing: 'unknown', why: `${check} was not selected` };
    const { fail = 0, unknown = 0, manual = 0, suppressed = 0, pass = 0 } = own;
    const of = `${check} fails ${fail} of ${sum(own)} times`;
    if (fail > 0) return { standing: 'fail', why: `${lacks}: ${of}` };
    if (unknown + manual > 0) return { standing: 'unknown', why: `${check} is unknown` };
    if (suppressed > 0) return { standing: 'suppressed', why: '' };
    return { standing: pass > 0 ? 'pass' : 'not-applicable', why: '' };
  });
  const order: readonly Standing[] =
    needs === 'all'
      ? ['fail', 'unknown', 'suppressed', 'pass', 'not-applicable']
      : ['pass', 'suppressed', 'unknown', 'fail', 'not-applicable'];
  for (const standing of order) {
    const found = answers.find((answer) => answer.standing === standing);
    if (found !== undefined) return found;
  }
  return { standing: 'unknown', why: lacks };
}

function findingOf(
  { id, title, severity, lacks }: Pick<Question, 'id' | 'title' | 'severity' | 'lacks'>,
  accounts: readonly AccountLine[],
  ask: (account: AccountLine) => Answer,
): OrganizationFinding {
  const counts = { fail: 0, unknown: 0, suppressed: 0, pass: 0, 'not-applicable': 0, skipped: 0 };
  const told: { account: string; status: 'fail' | 'unknown'; why: string }[] = [];
  for (const account of accounts) {
    if (account.status === 'skipped') {
      counts.skipped += 1;
      continue;
    }
    const { standing, why } = ask(account);
    counts[standing] += 1;
    if (standing === 'fail' || standing === 'unknown') told.push({ account: account.id, status: standing, why });
  }
  const all = accounts.length - counts.skipped;
  const parts = [
    ...(counts.fail === 0 ? [] : [`${lacks} in ${counts.fail} of ${all} accounts`]),
    ...(counts.unknown === 0 ? [] : [`not known of ${counts.unknown}`]),
    ...(counts.suppressed === 0 ? [] : [`accepted in ${counts.suppressed}`]),
    ...(counts.pass === 0 ? [] : [`${counts.pass} are as they should be`]),
    ...(counts['not-applicable'] === 0 ? [] : [`it does not apply to ${counts['not-applicable']}`]),
  ];
  const text = parts.length === 0 ? 'there is no account to look at' : parts.join('; ');
  return {
    check: id,
    title,
    status:
      counts.fail > 0
        ? 'fail'
        : counts.unknown > 0
          ? 'unknown'
          : counts.suppressed > 0
            ? 'suppressed'
            : counts.pass > 0
              ? 'pass'
              : 'not-applicable',
    severity,
    message: text,
    accounts: told,
    counts,
  };
}
