import { answers } from '../../answers.ts';

export default answers('iam', { ListSAMLProviders: { SAMLProviderList: [] } });
