import { parseArn } from '../text/arn.ts';
import { otherResources, ownResources } from './data/resource-services.ts';

/**
 * The services whose resources an action of some service is on, if the resource is of none of them: no request can ask
 * for the action on it. undefined: it may be, or AWS's list of actions does not know the service.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
export function resourcesInstead(action: string, resource: string): readonly string[] | undefined {
  const service = action.slice(0, action.indexOf(':')).toLowerCase();
  const named = parseArn(resource)?.[2];
  if (named === undefined || /[*?]/.test(named)) return undefined;
  const known = ownResources.has(service) ? [service] : otherResources[service]?.split(' ');
  return known?.includes(named) === false ? known : undefined;
}
