/**
 * Stands in for WXT's content script context, which ours do not use: it tells the page with a message that an extension
 * is here and lets the page end the script with another, and it is a kilobyte.
 */
export class ContentScriptContext {}
