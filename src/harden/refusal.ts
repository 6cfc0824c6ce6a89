/** Why a text is not edited; its message is no sentence. */
export class Refusal extends Error {}
