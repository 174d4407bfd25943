/** The error for an answer that lacks what the API reference says is always there. */
export const malformed = (message: string): Error => Object.assign(new Error(message), { name: 'MalformedAnswer' });
