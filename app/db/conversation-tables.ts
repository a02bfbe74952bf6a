/** Rows of the tables of step 0003-conversation. */
export type ConversationTables = {}
