/** One promise of docs/RELIABILITY.md: what it is, how it is tested, and the command that does. */
export interface AreaText {
  readonly id: string;
  readonly title: string;
  /** The script in package.json. */
  readonly script: string;
  readonly text: string;
}

export const areas: readonly AreaText[] = [
  {
    id: 'denied',
    title: 'Nothing denied becomes a verdict',
    script: 'test:denied',
    text: `The stand-in for AWS answers for something of every resource type (\`src/stand-in/world\`), so that every operation that checks
declare is sent to it; one without an answer fails the test. Each operation is made to fail by itself, in the long form in ten ways:
denied, denied by a service control policy, HTTP 500 to the end, and seven kinds of answers that are none (empty, cut off with a
matching length, truncated, spoilt, a proxy's page with status 200 and 502, a document of something else). The short form takes denial
and two of the others, in turn, so that each is met by some operation. What the types that ask it give is read anew through the real
connection, reader and collector and judged by every check that reads one of them; the server notes that the operation was asked. The findings that rest on it are \`unknown\`, name the missing IAM
action or the cause, and are counted in the coverage. Whole services fail in scans of the built program: one in the short form, all
of them in the long one. No verdict has as evidence what an operation that failed would have told, and every other
finding says what it said in the same words, but for a note of what was not read and a pass that another resource proves. The two
operations that every scan begins with fail by themselves: without the caller's identity there is no report and exit code 4,
without the list of regions a gap in the coverage. Hosts that do not resolve make unknown what they would have told.

What is taken away from what was read, a list or a facet at a time, adds no pass, no requirement met and nothing that an export
calls passed: in the short form for some of each kind of thing, in the long one for every one.

Separately, each declared operation of each service is answered in eleven broken ways, whatever the protocol: all are failures,
while the empty elements and objects that AWS answers for "nothing here" are not.`,
  },
  {
    id: 'throttling',
    title: 'Throttling',
    script: 'test:throttled',
    text: `A token bucket per service and region, as AWS has: of 20 requests per second in the short form, and of 5, 10 and 20 in the long
one. Every call is answered in the end, less than 5 % of the requests are wasted and the scan takes less than 1.3 times what the
bucket allows.

A pool (a service in a region) can only learn that there is a limit by meeting it once. That costs the requests in flight then, at
most four before a pool has had twenty answers, and one or two more while it looks for the rate: six at most. Six are 5 % of 120
requests, so the bound of 5 % holds for every pool of at least 120 requests; a smaller pool wastes six or fewer, and nothing
unless it exceeds the bucket. What one region learned is used in the service's other regions at once. Where nothing throttles, the
careful beginning costs two round trips in a pool of 200 requests.`,
  },
  {
    id: 'faults',
    title: 'Faults at random',
    script: 'test:faults',
    text: `5 % of all requests meet a throttle, a 500, 502 or 503, a reset, or a slow, truncated, cut, empty, spoilt or foreign answer, chosen
by a seed: one of them in the short form, twenty in the long one. The findings are those of an undisturbed scan, or \`unknown\` with
the cause. Every call has a time limit, and \`--timeout\` ends the run as a whole.`,
  },
  {
    id: 'killed',
    title: 'Killed and resumed',
    script: 'test:killed',
    text: `\`kill -9\` at moments spread over a scan with \`--save\`, four in the short form and twenty in the long one; \`--resume\`
finishes with the findings of an uninterrupted run. Answered calls are not repeated: the journal keeps facets, lists and the
pages of lists. Parts of a facet that takes several calls, and lists whose answers also hold texts that are never written down
(they may be secrets), are read again from their start. A page token that AWS no longer takes makes the list begin again.
A scan is also killed at the steps of writing its snapshot and report (each kind of step in the short form, all in the long one).
Credentials that expire or are revoked stop the run with exit code 4 and leave it resumable. Two runs cannot write one snapshot at once, a full
disk is an error that names the file, and no half-written report is left under its name.`,
  },
  {
    id: 'read-only',
    title: 'Read-only and silent',
    script: 'test:readonly',
    text: `A server records what arrives: only declared operations, all of them reads. A custom check that declares or sends anything
else is refused before a request is made. Outputs, logs, journals and snapshots of a scan with \`--verbose\` are searched for the
credentials, every signature and the secrets planted in the account, also in base64 and percent encoding.`,
  },
  {
    id: 'secrets',
    title: 'Secrets',
    script: 'test:secrets',
    text: `Precision and recall of the detector on a labelled set of strings as they stand in environments, user data, templates and
parameters, half of them no secrets although they look like some. What is found is named by kind and place; its value is in no
output.`,
  },
  {
    id: 'hostile',
    title: 'Hostile content',
    script: 'test:hostile',
    text: `Names, tags, descriptions and policies with markup, scripts, terminal escapes, formulas, direction marks, line breaks, a
megabyte of text and bytes that are no UTF-8 are inert in every format. The HTML report is opened in Chromium: a dialog, a request
or a violation of its content security policy fails the test.`,
  },
  {
    id: 'input',
    title: 'Bad input',
    script: 'test:input',
    text: `Every reader of a file that somebody names (snapshots, journals, configurations, suppressions, custom checks, policies, details of
IAM, reports) is given spoilt files, spoilt by bits and by values, and pipes, devices, folders, other encodings, and files made to
fill the memory (a tenth of their size in the short form). It takes them, or says within seconds what is wrong with which file and
line; the exit code is 2. A custom check that ends the process or loops without end is named. The short form spoils each kind of file forty times with one seed, the long
one four hundred times with six, of which five are new in each run.`,
  },
  {
    id: 'addresses',
    title: 'Conditions on addresses',
    script: 'test:addresses',
    text: `Random policies rich in ranges of addresses and negations are changed: what takes away never lets more in, what adds never
lets less in, and what says the same in other words changes nothing. 2,500 changes for each of two seeds, one of them new in
each run, in the short form, and a hundred thousand in the long one.`,
  },
  {
    id: 'partitions',
    title: 'Partitions',
    script: 'test:partitions',
    text: `In each partition a scan that judges while it reads says what the judgement of a saved one says: of all checks, and of
selections that mix types with and without a scope there, two in the short form and twenty in the long one. The built program
does so in one partition in the short form, and in all of them in the long one.`,
  },
  {
    id: 'organization',
    title: 'Organizations',
    script: 'test:organization',
    text: `Workers, submitters, coordinators and Redis are killed, the store goes away, credentials end, an account is closed or ends the
process each time, and two scans share one plan: every account of the plan is scanned, partial, failed, unreachable or skipped, none
is lost, none is read twice, and going on reads what is missing. The long form does each ten times, and has a region of one account
swallow what is sent to it, an account that kills the program three times, and one of 200,000 resources.`,
  },
  {
    id: 'scale',
    title: 'Scale',
    script: 'test:scale',
    text: `A synthetic account served from canned answers, 20 ms away: memory, time, and how both grow with the number of resources. The
program and the server share the machine's two cores.`,
  },
  {
    id: 'supply-chain',
    title: 'Supply chain',
    script: 'test:supply-chain',
    text: `Vulnerabilities, licences and the bill of materials of what is shipped; no install scripts. The reasons for each dependency are in
[dependencies.md](dependencies.md).`,
  },
];
