/** How a question asks what something is or is called, and how sentences tell it. */
export const definitions = {
  /** "What is a spring tide", "whats the ferry fund about". */
  asksWhatItIs:
    /^what(?:(?:['’]?s| is| are| was| were) (?:an? |the )?[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,3}(?: about)?|(?: does| do| did) (?:an? |the )?[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,4} (?:mean|stand for))[?!.\s]*$/iu,
  /** Right behind a word, what it means in quotation marks: " – ‘open door’". */
  meaning:
    /^,?[”"’']? ?(?:[-–—]|,? or|\(|(?:which )?means?|, meaning|(?:is )?\p{Lu}\p{L}+ for) ?(?:''|[“"‘'])(?<said>[^“”"‘’']{3,80}?)[,.]?(?:''|[”"’'])/u,
  /** They are no part of what is defined. */
  asking: new Set(['about', 'mean', 'meaning', 'exactly', 'stand', 'stand for']),
  asksWhatItIsCalled: /^(?:what|which)\b.*\b(?:called|named|name|nicknamed?|dubbed|titled|call(?:ing)?)\b/i,
  /** A name in quotation marks that begins with a capital, or as it stands in the text. */
  naming:
    /\b(?:called|named|dubbed|nicknamed|titled|entitled|code-?named|known (?:online |locally |better |also )?as|alias|brand name|under the name|(?:whose|his|her|their|its) (?:(?:real|full|birth|given|legal|actual) )?name (?:is|was)|(?:real|full|birth|legal) name,?(?: is| was)?) (?:the )?(?:[“"'‘](?<quoted>\p{Lu}[^“”"‘]{1,60}?)[,.]?[”"]|(?<bare>\p{Lu}[\p{L}\p{N}’-]*(?: (?:of the |of |the |and |for )?\p{Lu}[\p{L}\p{N}’-]*){0,5}))/gu,
  /** Between a name and what else its bearer is called: "Ann Berg, 44, KNOWN ONLINE AS “Gull”". */
  otherwise:
    /(?:, \d{1,3})?,? (?:(?:also|better|best|who is|who was|who goes) )?\b(?:known|nicknamed|dubbed|called|alias|aka)(?: (?:online|locally|widely|better|simply))?(?: as)?,? (?:the )?["“'‘]?$/,
}
