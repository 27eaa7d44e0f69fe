/** How a question asks what something is or is called, and how sentences tell it. */
export const definitions = {
  /** "What is a spring tide", "whats the ferry fund about". */
  asksWhatItIs:
    /^what(?:['’]?s| is| are| was| were) (?:an? |the )?[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,3}(?: about)?[?!.\s]*$/iu,
  /** Right behind a word, what it means in quotation marks: " – ‘open door’". */
  meaning:
    /^[”"’']? ?(?:[-–—]|, or|\(|means?|, meaning) ?(?:''|[“"‘'])(?<said>[^“”"‘’']{3,80}?)[,.]?(?:''|[”"’'])/,
  /** They are no part of what is defined. */
  asking: new Set(['about', 'mean', 'meaning', 'exactly']),
  asksWhatItIsCalled: /^(?:what|which)\b.*\b(?:called|named|name|nicknamed?|dubbed|titled|call(?:ing)?)\b/i,
  /** A name in quotation marks that begins with a capital, or as it stands in the text. */
  naming:
    /\b(?:called|named|dubbed|nicknamed|titled|entitled|code-?named|known as|alias|brand name|under the name) (?:the )?(?:[“"'‘](?<quoted>\p{Lu}[^“”"‘]{1,60}?)[,.]?[”"]|(?<bare>\p{Lu}[\p{L}\p{N}’-]*(?: (?:of the |of |the |and |for )?\p{Lu}[\p{L}\p{N}’-]*){0,5}))/gu,
}
