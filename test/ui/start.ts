import './language';

// Fetched after it: a bundle puts what several screens share first, and that already looks for the browser.
await import('./preview');
