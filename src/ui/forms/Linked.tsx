/** A sentence with its link where the language puts it: "Or [watch an address] first." */
export function Linked({ text, href }: { text: string; href: string }) {
  const [before = '', link = '', after = ''] = text.split(/[[\]]/);
  return (
    <>
      {before}
      <a href={href}>{link}</a>
      {after}
    </>
  );
}
