import { render } from 'preact';
import { t } from '../../src/i18n/t';
import { onChange } from '../../src/platform/storage';
import type { OptionsBook } from '../../src/ui/options/book';
import { Options } from '../../src/ui/options/Options';
import { spoken } from '../../src/ui/spoken';
import { handlers } from './handlers';
import { readOptions } from './readOptions';
import '../../src/ui/popup/popup.css';
import '../../src/ui/options/options.css';

const root = document.querySelector('#root');

function show(book: OptionsBook | null): void {
  document.title = `Plimsoll · ${t('options.title')}`;
  if (book !== null) document.documentElement.style.colorScheme = book.scheme ?? '';
  if (root !== null) render(<Options book={book} handlers={handlers} />, root);
}

async function read(): Promise<void> {
  show(await readOptions());
}

spoken(document.documentElement);
show(null);
onChange(() => void read());
void read();
