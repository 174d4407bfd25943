import type { Command } from './door/options.ts';

export interface CommandEntry {
  readonly name: string;
  readonly describe: string;
  /** Of the others the program's help has only the names: it must fit a screen. */
  readonly rare?: boolean;
  readonly load: () => Promise<{ default: Command }>;
  /** What its first word chooses, each with options of its own. */
  readonly parts?: readonly Omit<CommandEntry, 'parts' | 'rare'>[];
}

/** Every command; its file is loaded only when it runs. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'scan',
    describe: 'Read an account, judge it, report it (the default)',
    load: () => import('./scan-command.ts'),
  },
  { name: 'collect', describe: 'Only read: save a snapshot to judge later', load: () => import('./collect.ts') },
  { name: 'checks', describe: 'List the checks, or show one', load: () => import('./checks.ts') },
  {
    name: 'frameworks',
    describe: 'List compliance frameworks, show one or compare two',
    load: () => import('./frameworks.ts'),
  },
  {
    name: 'report',
    describe: 'Write reports of a saved result or snapshot',
    rare: true,
    load: () => import('./report.ts'),
  },
  {
    name: 'send',
    describe: 'Send a saved result to Security Hub, S3 or a webhook',
    rare: true,
    load: () => import('./send/command.ts'),
  },
  {
    name: 'attest',
    describe: 'Vouch for what no check can see of a requirement',
    rare: true,
    load: () => import('./attest.ts'),
  },
  {
    name: 'verify',
    describe: 'Tell whether results, snapshots and reports were changed, and belong together',
    rare: true,
    load: () => import('./verify.ts'),
  },
  {
    name: 'paths',
    describe: 'Show who can become administrator, or reach a resource, and how',
    load: () => import('./paths.ts'),
  },
  { name: 'can', describe: 'Explain whether a principal may do something', load: () => import('./can.ts') },
  {
    name: 'exposure',
    describe: 'Judge who can reach a resource by its policy',
    rare: true,
    load: () => import('./exposure.ts'),
  },
  {
    name: 'policy',
    describe: 'Print the least IAM policy the selected checks need',
    load: () => import('./policy.ts'),
  },
  {
    name: 'plan',
    describe: 'Show which calls a scan would make, without making them',
    load: () => import('./plan.ts'),
  },
  {
    name: 'doctor',
    describe: 'Find out who you are, what is denied, and what to add',
    load: () => import('./doctor.ts'),
  },
  { name: 'explain', describe: 'Explain a finding or a check', load: () => import('./explain.ts') },
  {
    name: 'diff',
    describe: 'Show what is new, worse, fixed or gone between two results',
    load: () => import('./diff.ts'),
  },
  {
    name: 'simulate',
    describe: 'Show what a fix would change, without AWS',
    load: () => import('./simulate.ts'),
  },
  {
    name: 'suppress',
    describe: 'Accept a finding, with a reason, an owner and an end',
    load: () => import('./suppress.ts'),
  },
  {
    name: 'baseline',
    describe: 'Write, prune or merge a file of findings that are known',
    load: () => import('./baseline-command.ts'),
  },
  {
    name: 'migrate',
    describe: "Turn Prowler's mutelist, list of checks or calls into ours",
    rare: true,
    load: () => import('./migrate.ts'),
  },
  {
    name: 'org',
    describe: 'Scan every account of an organization: plan, doctor, scan, report',
    load: () => import('./organization.ts'),
    parts: [
      {
        name: 'plan',
        describe: 'Write down which accounts a scan of the organization is about, and what it takes',
        load: () => import('./organization-plan.ts'),
      },
      {
        name: 'doctor',
        describe: 'Try the way into every account, and say what keeps us out',
        load: () => import('./organization-doctor.ts'),
      },
      {
        name: 'scan',
        describe: 'Read and judge every account, into a store',
        load: () => import('./organization-scan-command.ts'),
      },
      {
        name: 'submit',
        describe: 'Put the accounts of a plan into a queue, for several machines',
        load: () => import('./queue/submit-command.ts'),
      },
      {
        name: 'work',
        describe: 'Take accounts out of a queue, and scan them into a store',
        load: () => import('./queue/work-command.ts'),
      },
      {
        name: 'report',
        describe: 'Report what the store holds of all accounts together',
        load: () => import('./organization-report.ts'),
      },
      {
        name: 'deploy',
        describe: 'Print a stack of CloudFormation that scans every account on a schedule',
        load: () => import('./organization-deploy.ts'),
      },
    ],
  },
  { name: 'init', describe: 'Write a commented configuration file', rare: true, load: () => import('./init.ts') },
  {
    name: 'completion',
    describe: 'Print a completion script for bash, zsh or fish',
    rare: true,
    load: () => import('./completion.ts'),
  },
];
