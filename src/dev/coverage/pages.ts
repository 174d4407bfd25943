import { checks } from '../../../checks/index.ts';
import { notLive } from '../../engine/not-live.ts';
import { indexPage, servicePage, servicesOf } from './service-page.ts';

/** Every page of docs/checks, by its file. */
export function pagesOfChecks(): Record<string, string> {
  const catalogue = { checks, notLive: notLive() };
  return Object.fromEntries([
    ['docs/checks/README.md', indexPage(catalogue)],
    ...servicesOf(catalogue).map((service) => [`docs/checks/${service}.md`, servicePage(service, catalogue)]),
  ]) as Record<string, string>;
}
