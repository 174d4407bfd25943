export const fixes = {};

export const untried: Readonly<Record<string, string>> = {
  'appsync-graphql-api-key-auth-not-used': 'no command: clients have to sign in some other way first',
};
