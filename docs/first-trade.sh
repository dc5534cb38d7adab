#!/usr/bin/env bash
# One trade of CNY 1,060.00, from admission to the turnover report, against a running engine. README.md quotes this script.
#
# Where the engine is: SETTLEMENT_URL (http://127.0.0.1:8080) and SETTLEMENT_DATA_DIRECTORY (data).
# Run it twice: the keys are the same, so the second run gives the first one's answers and changes nothing.
set -euo pipefail

# 1. Tokens
base=${SETTLEMENT_URL:-http://127.0.0.1:8080}
data=${SETTLEMENT_DATA_DIRECTORY:-data}

field() { grep -o "\"$1\":\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }

token() {
  secret=$(grep "\"$1\"" "$data/credentials.json" | cut -d '"' -f 4)
  curl -sS --fail-with-body "$base/oauth2/token" -u "$1:$secret" -d grant_type=client_credentials | field access_token
}

post() { # token, key, path, body, further header
  curl -sS --fail-with-body "$base/api/v1$3" -H "Authorization: Bearer $1" -H "Idempotency-Key: $2" \
    -H 'Content-Type: application/json' -d "$4" ${5:+-H "$5"}
  echo
}

get() { # token, path
  curl -sS --fail-with-body "$base/api/v1$2" -H "Authorization: Bearer $1"
  echo
}

operator=$(token operator)
bank=$(token bank)
marketplace=$(token marketplace)
support=$(token support)
regulator=$(token regulator)

# 2. Members: a provider, a buyer, and the assessor that compliance needs
provider=$(post "$operator" provider-1 /members '{"legalName":"东莞甲数据有限公司","registrationNumber":"91441900000000001W","roles":["PROVIDER"]}' | field id)
buyer=$(post "$operator" buyer-1 /members '{"legalName":"东莞乙银行","registrationNumber":"914419000000000020","roles":["DEMANDER"]}' | field id)
assessor=$(post "$operator" assessor-1 /members '{"legalName":"东莞丙评估所","registrationNumber":"914419000000000033","roles":["THIRD_PARTY_SERVICE"]}' | field id)
post "$operator" admit-provider-1 "/members/$provider/admit" '{"reason":"papers complete"}'
post "$operator" admit-buyer-1 "/members/$buyer/admit" '{"reason":"papers complete"}'
post "$operator" admit-assessor-1 "/members/$assessor/admit" '{"reason":"papers complete"}'

# 3. Money: the supervised bank reports CNY 2,000.00 from the buyer
today=$(TZ=Asia/Shanghai date +%F)
post "$bank" "receipt-$today" /bank/receipts '{"bankReference":"R-'"$today"'","memberId":"'"$buyer"'","amount":{"amount":"200000","currency":"CNY"},"valueDate":"'"$today"'"}'

# 4. A listing: drafted, registered, assessed, published
listing=$(post "$marketplace" listing-1 /listings '{"providerId":"'"$provider"'","name":"企业信用数据接口","productType":"API","sector":"FINANCE","origin":"ENTERPRISE","pricing":{"model":"ONE_OFF","price":{"amount":"106000","currency":"CNY"}}}' | field id)
post "$operator" register-1 "/listings/$listing/register" '{"certificateCode":"DG-2026-0001","scenario":"政银互动"}'
post "$operator" opinion-1 "/listings/$listing/opinions" '{"conclusion":"PASS","issuedBy":"'"$assessor"'","expiresOn":"2099-12-31"}'
post "$operator" publish-1 "/listings/$listing/publish" '{}'

# 5. The trade
placed=$(post "$marketplace" order-1 /orders '{"listingId":"'"$listing"'","listingVersion":1,"buyerId":"'"$buyer"'","reference":"PO-1","terms":{"confirmWithin":"PT24H","fundWithin":"PT48H","deliverWithin":"P30D","inspectWithin":"P7D"}}')
echo "$placed"
order=$(echo "$placed" | field id)
post "$marketplace" confirm-1 "/orders/$order/confirm" '{}'
post "$marketplace" fund-1 "/orders/$order/fund" '{}' 'Prefer: wait=10'
post "$marketplace" deliver-1 "/orders/$order/deliver" '{"evidence":[{"uri":"urn:example:delivery-1","sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}'
settled=$(post "$marketplace" accept-1 "/orders/$order/accept" '{}' 'Prefer: wait=10')
echo "$settled"
position=$(echo "$settled" | field position)

# 6. What came of it
get "$operator" "/members/$buyer/balances?atLeast=$position"
get "$operator" "/members/$provider/balances?atLeast=$position"
get "$marketplace" "/orders/$order/settlement?atLeast=$position"
get "$support" "/orders/$order/history?atLeast=$position"
get "$regulator" "/reports/turnover?from=${today%%-*}-01-01&to=${today%%-*}-12-31&basis=SETTLED&groupBy=sector,productType&atLeast=$position"
get "$operator" "/operations/invariants?atLeast=$position"
