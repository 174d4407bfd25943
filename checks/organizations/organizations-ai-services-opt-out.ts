import { along, defineCheck, fail, pass, unknown } from '../../src/engine/check.ts';
import { attachedOf, policiesInUse, turnOn } from '../../src/judgements/organization/attached.ts';
import { standing } from '../../src/judgements/organization/standing.ts';
import { organizationPolicy } from '../../src/services/organizations/policy.ts';
import { organization } from '../../src/services/organizations/organization.ts';
import { few } from '../../src/text/few.ts';

const type = 'AISERVICES_OPT_OUT_POLICY';

export default defineCheck({
  id: 'organizations-ai-services-opt-out',
  title: 'Organization opts out of AI services using its content',
  resource: organization,
  derived: { standing },
  along: { ...policiesInUse, documents: along(organizationPolicy, { needs: ['document'] }) },
  risk: 'Services such as Lex, Rekognition or Transcribe may keep what is sent to them and use it to improve themselves, also in other regions.',
  fix: {
    text: 'Turn AI services opt-out policies on and attach to the root one that opts all services out: {"services":{"default":{"opt_out_policy":{"@@assign":"optOut"}}}}. AWS then deletes what was kept.',
    exact: (_organization, context) => turnOn(type, context),
  },
  references: [
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out.html',
    'https://docs.aws.amazon.com/organizations/latest/userguide/orgs_manage_policies_ai-opt-out_syntax.html',
  ],
  evaluate(_organization, context) {
    const what = 'AI services opt-out policies';
    const found = attachedOf({ type, what }, context);
    if ('kind' in found) return found;
    const documents = new Map(context.along.documents.map(({ id, document }) => [id, document]));
    const atRoot = found.attached.filter(({ targets }) => targets.some((id) => id.startsWith('r-')));
    const optsOut = atRoot.filter(({ id }) => isOut(documents.get(id)));
    if (optsOut.length > 0)
      return pass(`The organization opts out of all AI services by ${few(optsOut.map(({ name }) => name))}`);
    const unread = atRoot.filter(({ id }) => documents.get(id) === undefined);
    if (unread.length > 0)
      return unknown(`what ${few(unread.map(({ name }) => name))} of the organization says cannot be read`);
    return fail(
      atRoot.length > 0
        ? `The organization has ${what} on its root that do not opt out of all services: ${few(atRoot.map(({ name }) => name))}`
        : `The organization has ${what} turned on, but none on its root`,
      { policies: found.own.map(({ name }) => name) },
    );
  },
});

/** Whether a policy opts every service out that it does not name. */
function isOut(document: unknown): boolean {
  const at = (value: unknown, name: string): unknown =>
    typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
  const assigned = ['services', 'default', 'opt_out_policy', '@@assign'].reduce<unknown>(at, document);
  return assigned === 'optOut';
}
