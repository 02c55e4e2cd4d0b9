/** Sizes that both ends of the API hold to. Bytes are UTF-8. */
export const maxDeckBytes = 1024 * 1024;
export const maxBodyBytes = 2 * 1024 * 1024;
export const maxTitleLength = 200;
export const maxNameLength = 60;
export const maxLabelLength = 100;
/** Decks in one page of a list. */
export const maxPageSize = 100;
export const defaultPageSize = 48;
export const maxTagsPerDeck = 20;
export const maxFoldersPerOwner = 200;
/** Tags by which a library is looked through. */
export const maxTagsListed = 1_000;
export const maxPeoplePerTeam = 500;
/** Decks that one act takes at once. */
export const maxDecksPerAct = 200;
/** How long a deck can be taken out of the trash. */
export const trashDays = 30;
/** Versions in one page of a history. */
export const versionPageSize = 50;
/** UTF-16 units of one comment, and of the stretch of text that it is about. */
export const maxCommentLength = 10_000;
export const maxQuoteLength = 10_000;
export const maxThreadsPerDeck = 1_000;
export const maxCommentsPerThread = 500;
/** Measured slides in one call. */
export const maxFitsPerCall = 500;
/** One picture, film or sound. */
export const maxFileBytes = 25 * 1024 * 1024;
export const maxFilesPerDeck = 500;
export const maxTokensPerPerson = 100;
export const maxWebhooksPerOwner = 20;
/** Deliveries in a webhook's log. */
export const webhookLogLength = 50;
