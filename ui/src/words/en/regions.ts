// English: the regions, for sentences that are made from a failure alone, without the frame that names them.

const NAMES: Record<string, string> = {
  "cn-beijing": "China (Beijing)",
  "ap-southeast-1": "Singapore",
  "ap-northeast-1": "Japan (Tokyo)",
  "cn-hongkong": "China (Hong Kong)",
  "eu-central-1": "Germany (Frankfurt)",
  "us-east-1": "US (Virginia)",
  "this-computer": "This computer",
};

/** A region by its bare id; the id itself for one that this window does not know. */
export function regionName(id: string): string {
  return NAMES[id] ?? id;
}
