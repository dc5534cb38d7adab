package exchange.settlement.domain.member;

/** What a member is admitted to do on the market (domain reference, "Admission"). */
public enum MemberRole {
    /** 数据提供方: sells data products. */
    PROVIDER(true, false),
    /** 需方: buys data products. */
    DEMANDER(false, true),
    /** 数据商: buys, works on and sells. */
    DATA_MERCHANT(true, true),
    /** 数据经纪人: brings parties together. */
    DATA_BROKER(false, false),
    /** 第三方服务机构: compliance, valuation, delivery, audit; may sell services. */
    THIRD_PARTY_SERVICE(true, false),
    /** 授权运营机构: operates public data under an authorisation. */
    PUBLIC_DATA_OPERATOR(true, false);

    private final boolean sells;
    private final boolean buys;

    MemberRole(boolean sells, boolean buys) {
        this.sells = sells;
        this.buys = buys;
    }

    /** Whether a member in this role may put listings on the shelf. */
    public boolean sells() {
        return sells;
    }

    /** Whether a member in this role may place orders. */
    public boolean buys() {
        return buys;
    }
}
