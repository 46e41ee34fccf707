/** Telling the name of an organisation from that of a person, where nothing else in a record says which it is. */

/** Words that end or stand in names of organisations and not in names of persons. */
const ORGANIZATION_WORD =
  /公司|集团|[厂店局厅院校所站社部队会馆处]$|中心|委员会|办公室|政府|银行|学校|大学|医院|合作社|合伙|企业|基金|经营部|商行|指挥部|寺/;

/** Long names and those with such a word are organisations'; what stands in brackets behind a name does not count. */
export function looksLikeOrganization(name: string): boolean {
  const plain = name.replaceAll(/[\s\u3000]|[（(].*$/g, '');
  return plain === '' || plain.length > 8 || ORGANIZATION_WORD.test(plain);
}
