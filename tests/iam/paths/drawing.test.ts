import { describe, expect, it } from 'vitest';
import { accountFromDetails } from '../../../src/iam/graph/details.ts';
import { pathsMermaid } from '../../../src/iam/paths/mermaid.ts';
import { findPaths } from '../../../src/iam/paths/paths.ts';
import { shortName, summarize } from '../../../src/iam/paths/summary.ts';
import { pathsSvg } from '../../../src/iam/paths/svg.ts';
import { pathsText } from '../../../src/iam/paths/text.ts';
import { type AccountSpec, ADMINISTRATOR, allow, details, doc, trustAccount, trustService } from './account.ts';

/** As a report draws them, which names what was not read instead of calling everything possible for want of it. */
const result = (spec: AccountSpec) =>
  findPaths(accountFromDetails(details(spec), { scps: 'unknown' }), { asRead: true });
const some = result({
  users: { a: { inline: [doc(allow('sts:AssumeRole'))] }, 'b<script>"': { inline: [doc(allow('iam:PutUserPolicy'))] } },
  roles: {
    mid: {
      trust: trustAccount(),
      inline: [doc(allow(['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction']))],
    },
    top: { trust: trustService('lambda.amazonaws.com'), attached: [ADMINISTRATOR] },
  },
});
const nothing = result({ users: { a: {} } });

describe('the picture', () => {
  const svg = pathsSvg(some);

  it('is one SVG element that needs nothing from elsewhere', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^>]* role="img" aria-label="Attack paths"/);
    expect(svg).toMatch(/<\/svg>\n$/);
    expect(svg.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|<script|<image|href=/);
    expect(svg).not.toMatch(/NaN|undefined/);
    expect(svg).toContain('currentColor');
  });

  it('has a box for each principal, named in full, and an arrow for each step', () => {
    expect(svg).toContain('<title>arn:aws:iam::111122223333:role/mid</title>');
    expect(svg).toContain('b&lt;script&gt;&quot;');
    expect(svg).toContain('<title>Assume a role (chains) (proven)</title>');
    expect(svg.match(/class="administrator"/g)).toHaveLength(1);
  });

  it('stands the goal right of everything', () => {
    const x = (name: string): number =>
      Number(new RegExp(`<title>[^<]*${name}</title><rect x="(\\d+)"`).exec(svg)?.[1]);
    expect(x('user/a')).toBeLessThan(x('role/mid'));
    expect(x('role/mid')).toBeLessThan(x('role/top'));
    expect(x('role/top')).toBeLessThan(x('administrator'));
  });

  it('is nothing where there is no path', () => expect(pathsSvg(nothing)).toBe(''));

  it('leaves out what does not fit, and says how much', () => {
    const users = Object.fromEntries(
      Array.from({ length: 60 }, (_, at) => [`u${at}`, { inline: [doc(allow('iam:PutUserPolicy'))] }]),
    );
    expect(pathsSvg(result({ users }))).toContain('and 20 more principals');
  });
});

describe('the Mermaid chart', () => {
  it('has nodes and labelled arrows, with names that cannot end a label', () => {
    const chart = pathsMermaid(some);
    expect(chart).toMatch(/^flowchart LR\n/);
    expect(chart).toMatch(/n\d+ -->\|"Assume a role \(chains\)"\| n\d+/);
    expect(chart).toContain('b#60;script#62;#34;');
  });
});

describe('the text', () => {
  const text = [...pathsText(some)].join('');

  it('names administrators, numbered steps with actions and statements, the cut, and what was not read', () => {
    expect(text).toContain('1 administrator: role/top');
    expect(text).toContain(`
PROVEN  user/a
  proven
    1. Assume a role (chains) [sts-assume-role]
       user/a → role/mid
       sts:AssumeRole
       by inline policy inline0 of a (statement 1)
`);
    expect(text).toContain('\n       role/mid → role/top, an administrator\n');
    expect(text).toContain('Cheapest cut');
    expect(text).toContain('Not read, so not taken into account: service control policies');
  });

  it('tells what many principals have alike once, with the policies of all', () => {
    const users = Object.fromEntries(
      ['a', 'b', 'c'].map((name) => [`team-${name}`, { inline: [doc(allow('sts:AssumeRole'))] }]),
    );
    const roles = { top: { trust: trustAccount(), attached: [ADMINISTRATOR] } };
    const once = [...pathsText(result({ users, roles }))].join('');
    expect(once).toContain('PROVEN  3 principals: 3 users of team-*\n');
    expect(once).toContain('each of them → role/top, an administrator');
    expect(once).toContain('by inline policy inline0 of team-a (statement 1)\n');
    expect(once).toContain('   inline policy inline0 of team-c (statement 1)\n');
    expect(once.match(/Assume a role/g)).toHaveLength(1);
  });

  it('shows no name that stands for any name', () => {
    const users = { a: { inline: [doc(allow(['iam:CreateUser', 'iam:CreateAccessKey', 'iam:PutUserPolicy']))] } };
    const shown = [...pathsText(result({ users }))].join('');
    expect(shown).toContain('user/a → user/*');
    expect(shown).not.toContain('x-unlisted');
  });

  it('says when there is nothing', () => {
    expect([...pathsText(nothing)].join('')).toContain('0 proven, 0 possible, 0 blocked');
  });
});

describe('names', () => {
  it.each([
    ['arn:aws:iam::111122223333:user/team/alice', 'user/team/alice'],
    ['arn:aws:iam::111122223333:root', 'root'],
    ['arn:aws:iam::*:root', 'root of a member account'],
    ['arn:aws:iam::111122223333:user/x-unlisted', 'user/*'],
    ['arn:aws:lambda:us-east-1:111122223333:function:f', 'lambda function:f'],
  ])('%s is short as %s', (arn, short) => expect(shortName(arn)).toBe(short));

  it('are grouped where many begin alike', () => {
    const roles = Array.from({ length: 37 }, (_, at) => `arn:aws:iam::1:role/team-${at}`);
    expect(summarize(['arn:aws:iam::1:user/alice', ...roles])).toBe('user/alice, 37 roles of team-*');
    expect(summarize('abcdefgh'.split('').map((name) => `arn:aws:iam::1:user/${name}`))).toBe(
      'user/a, user/b, user/c, user/d, user/e and 3 more',
    );
  });
});
