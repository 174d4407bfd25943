import type { Hit } from './types.ts';
import { harmlessKind } from './values.ts';

/** The part of secretlint's rule interface that its rules use; its own runner keeps a log of every run in memory, so it is not used. */
interface Rule {
  readonly meta: { readonly id: string };
  create(context: RuleContext, options: object): { file?(source: object): unknown };
}

interface RuleContext {
  readonly sharedOptions: object;
  createTranslator(messages: object): (id: string) => { messageId: string };
  report(found: { message: { messageId: string }; range: readonly [number, number] }): void;
  ignore(): void;
}

/**
 * Not used: comments in the examined text could switch the detector off, and Google's key files are read from disk; their content is
 * found as a private key.
 */
const left = new Set(['@secretlint/secretlint-rule-filter-comments', '@secretlint/secretlint-rule-gcp']);

const kinds: Readonly<Record<string, string>> = {
  AWSSecretAccessKey: 'aws-secret-access-key',
  PrivateKey: 'private-key',
  PackageJSON_xOauthToken: 'github-token',
  Npmrc_authToken: 'npm-token',
  NPM_ACCESS_TOKEN: 'npm-token',
  BasicAuth: 'url-credentials',
  SLACK_TOKEN: 'slack-token',
  IncomingWebhook: 'slack-webhook',
  SENDGRID_KEY: 'sendgrid-key',
  SHOPIFY_KEY: 'shopify-key',
  GITHUB_TOKEN: 'github-token',
  OPENAI_TOKEN: 'openai-key',
  ANTHROPIC_API_KEY: 'anthropic-key',
  LINEAR_API_TOKEN: 'linear-token',
  OPS_TOKEN: '1password-token',
  MongoDBConnection: 'url-credentials',
  MySQLConnection: 'url-credentials',
  PostgreSQLConnection: 'url-credentials',
};

let loading: Promise<readonly Rule[]> | undefined;

async function load(): Promise<readonly Rule[]> {
  const { rules } = await import('@secretlint/secretlint-rule-preset-recommend');
  return (rules as readonly Rule[]).filter((rule) => !left.has(rule.meta.id));
}

/** secretlint's recommended rules, loaded on first use. The answer is a function that examines a text in memory. */
export async function secretlint(): Promise<(text: string) => Hit[]> {
  loading ??= load();
  const rules = await loading;
  return (content) => {
    const hits: Hit[] = [];
    const context: RuleContext = {
      sharedOptions: {},
      createTranslator: () => (messageId) => ({ messageId }),
      report: ({ message, range: [start, end] }) => {
        const password = /:\/\/[^\s/@]{0,256}?:([^@]{0,512})@/.exec(content.slice(start, end))?.[1];
        if (password !== undefined && harmlessKind(password) !== undefined) return;
        if (content.slice(start, end).endsWith('EXAMPLEKEY')) return;
        hits.push({ kind: kinds[message.messageId] ?? 'secret', confidence: 'high', start, end });
      },
      ignore: () => {},
    };
    for (const rule of rules)
      rule.create(context, {}).file?.({ content, contentType: 'text', filePath: undefined, ext: '' });
    return hits;
  };
}
