// SPDX-License-Identifier: MIT
pragma solidity 0.8.27;

// A stand-in for Morpho's pre-liquidation contracts, which no package carries: written anew for these tests, after what
// the real ones document (views, errors, order of checks, formulas and roundings), and without their callback.

struct MarketParams {
    address loanToken;
    address collateralToken;
    address oracle;
    address irm;
    uint256 lltv;
}

struct Terms {
    uint256 preLltv;
    uint256 preLCF1;
    uint256 preLCF2;
    uint256 preLIF1;
    uint256 preLIF2;
    address preLiquidationOracle;
}

interface Morpho {
    function accrueInterest(MarketParams calldata params) external;
    function idToMarketParams(bytes32 id) external view returns (MarketParams memory);
    function market(bytes32 id) external view returns (uint128, uint128, uint128, uint128, uint128, uint128);
    function position(bytes32 id, address user) external view returns (uint256, uint128, uint128);
    function repay(MarketParams calldata params, uint256 assets, uint256 shares, address onBehalf, bytes calldata data)
        external
        returns (uint256, uint256);
    function withdrawCollateral(MarketParams calldata params, uint256 assets, address onBehalf, address receiver)
        external;
}

interface Oracle {
    function price() external view returns (uint256);
}

interface Token {
    function approve(address spender, uint256 amount) external returns (bool);
    function transferFrom(address from, address to, uint256 amount) external returns (bool);
}

error NotPreLiquidatablePosition();
error LiquidatablePosition();
error PreLiquidationTooLarge(uint256 repaidShares, uint256 repayableShares);

contract PreLiquidation {
    event PreLiquidate(uint256 repaidAssets, uint256 repaidShares, uint256 seizedAssets);

    uint256 private constant WAD = 1e18;
    uint256 private constant SCALE = 1e36;

    Morpho private immutable morpho;
    bytes32 public immutable ID;
    MarketParams private params;
    Terms private terms;

    constructor(Morpho morpho_, bytes32 id, Terms memory terms_) {
        morpho = morpho_;
        ID = id;
        params = morpho_.idToMarketParams(id);
        terms = terms_;
        require(terms_.preLltv < params.lltv, "preLltv");
        require(terms_.preLCF1 <= terms_.preLCF2 && terms_.preLCF1 <= WAD, "preLCF");
        require(WAD <= terms_.preLIF1 && terms_.preLIF1 <= terms_.preLIF2, "preLIF");
        require(terms_.preLIF2 <= WAD * WAD / params.lltv, "preLIF2");
        Token(params.loanToken).approve(address(morpho_), type(uint256).max);
    }

    function marketParams() external view returns (MarketParams memory) {
        return params;
    }

    function preLiquidationParams() external view returns (Terms memory) {
        return terms;
    }

    function preLiquidate(address borrower, uint256 seized, uint256 repaidShares, bytes calldata)
        external
        returns (uint256, uint256)
    {
        require((seized == 0) != (repaidShares == 0), "input");
        morpho.accrueInterest(params);
        (,, uint256 assets, uint256 shares,,) = morpho.market(ID);
        (, uint256 owed, uint256 collateral) = morpho.position(ID, borrower);
        uint256 price = Oracle(terms.preLiquidationOracle).price();
        uint256 quoted = collateral * price / SCALE;
        uint256 debt = up(owed * (assets + 1), shares + 1e6);

        if (debt > quoted * params.lltv / WAD) revert LiquidatablePosition();
        if (debt <= quoted * terms.preLltv / WAD) revert NotPreLiquidatablePosition();

        uint256 along = (up(debt * WAD, quoted) - terms.preLltv) * WAD / (params.lltv - terms.preLltv);
        uint256 incentive = along * (terms.preLIF2 - terms.preLIF1) / WAD + terms.preLIF1;
        if (seized > 0) {
            uint256 paid = up(up(seized * price, SCALE) * WAD, incentive);
            repaidShares = up(paid * (shares + 1e6), assets + 1);
        } else {
            seized = repaidShares * (assets + 1) / (shares + 1e6) * incentive / WAD * SCALE / price;
        }
        uint256 repayable = owed * (along * (terms.preLCF2 - terms.preLCF1) / WAD + terms.preLCF1) / WAD;
        if (repaidShares > repayable) revert PreLiquidationTooLarge(repaidShares, repayable);

        (uint256 repaid,) = morpho.repay(params, 0, repaidShares, borrower, abi.encode(seized, borrower, msg.sender));
        emit PreLiquidate(repaid, repaidShares, seized);
        return (seized, repaid);
    }

    /// Called by Morpho once the debt is booked as repaid, and before it collects the payment from here.
    function onMorphoRepay(uint256 repaid, bytes calldata data) external {
        require(msg.sender == address(morpho), "caller");
        (uint256 seized, address borrower, address liquidator) = abi.decode(data, (uint256, address, address));
        morpho.withdrawCollateral(params, seized, borrower, liquidator);
        try Token(params.loanToken).transferFrom(liquidator, address(this), repaid) returns (bool ok) {
            require(ok, "TRANSFER_FROM_FAILED");
        } catch {
            revert("TRANSFER_FROM_FAILED");
        }
    }

    function up(uint256 a, uint256 b) private pure returns (uint256) {
        return (a + b - 1) / b;
    }
}

contract PreLiquidationFactory {
    mapping(address => bool) public isPreLiquidation;
    Morpho private immutable morpho;

    constructor(Morpho morpho_) {
        morpho = morpho_;
    }

    function createPreLiquidation(bytes32 id, Terms calldata terms) external returns (PreLiquidation made) {
        made = new PreLiquidation(morpho, id, terms);
        isPreLiquidation[address(made)] = true;
    }
}
