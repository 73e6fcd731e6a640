import type { Headline } from '../../model/card';
import { Glyph } from './Glyph';

/** A level as colour, shape and word. */
export function LevelWord({ level, word }: Pick<Headline, 'level' | 'word'>) {
  return (
    <span class="level" data-level={level}>
      <Glyph level={level} />
      {word}
    </span>
  );
}
