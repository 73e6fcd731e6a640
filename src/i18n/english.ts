import en from '../../assets/locales/en.json';
import { speaking } from './speaking';

/** For the command line and the tests. */
export const english = speaking(en, 'en-US');
