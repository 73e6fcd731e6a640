import './language';

// Only then: what says texts takes the browser's the moment it is loaded.
await import('./preview');
