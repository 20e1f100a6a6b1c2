<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>errors</name>
        <message>
            <source>a signature does not match the bytes and the key</source>
            <translation>一条记录的签名不对，没有采用。|请把代码告诉信息科。|本机已保存的内容不受影响。</translation>
        </message>
        <message>
            <source>a text is not hexadecimal of the expected length</source>
            <translation>一条记录的格式不对，没有采用。|请把代码告诉信息科。|本机已保存的内容不受影响。</translation>
        </message>
        <message>
            <source>a hybrid time is not of the form milliseconds.counter</source>
            <translation>收到的数据时间格式不对。|请把编号告诉管理员。|本机已保存的内容不受影响。</translation>
        </message>
        <message>
            <source>an event or a part of it has the wrong shape</source>
            <translation>收到的办件记录格式不对，未采用。|请把编号告诉管理员。|本机已保存的内容不受影响。</translation>
        </message>
        <message>
            <source>an event was written by a newer version of the program</source>
            <translation>这条办件记录来自更新版本的程序。|请联系管理员升级本机程序。|记录已原样保留，升级后即可查看。</translation>
        </message>
        <message>
            <source>a calendar of working days has the wrong shape</source>
            <translation>工作日历文件损坏，无法计算办结日期。|请联系管理员重新导入工作日历。|已填内容都已保存。</translation>
        </message>
        <message>
            <source>the calendar of working days does not hold a year that is needed</source>
            <translation>工作日历缺少所需年份，无法计算办结日期。|请联系管理员导入国务院办公厅公布的放假安排。|已填内容都已保存。</translation>
        </message>
        <message>
            <source>a time limit or a suspension of it makes no sense</source>
            <translation>事项的办理期限或特别程序日期有误。|请核对期限，或联系管理员修正事项。|已填内容都已保存。</translation>
        </message>
        <message>
            <source>a request's proof of its sender is not of the form of the wire</source>
            <translation>一次请求没有带上本机的证明。|请把代码告诉信息科。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>a file or folder of the catalogue cannot be read</source>
            <translation>事项目录的文件打不开，没有换用。|检查目录包是否完整，重新导入后按 F5 重试。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>a file of the catalogue is larger than is taken, or there are too many</source>
            <translation>事项目录里有文件过大，或文件数超出上限，没有换用。|请目录管理员拆分或更正后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>a file of the catalogue is not JSON</source>
            <translation>事项目录里有文件损坏，读不出内容，没有换用。|重新拷贝或下载目录包，再导入一次。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>a file of the catalogue has a field that nobody knows</source>
            <translation>事项目录里有不认识的字段，没有换用。|把详情里的文件名和位置告诉目录管理员，更正后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>a file of the catalogue lacks a field</source>
            <translation>事项目录里缺少必备字段，没有换用。|把详情里的文件名和位置告诉目录管理员，补齐后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>a field of the catalogue has a value of the wrong kind or size</source>
            <translation>事项目录里有字段的值不对，没有换用。|把详情里的文件名和位置告诉目录管理员，更正后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>a form or rule of the catalogue is no valid JSON Schema</source>
            <translation>事项目录里有表单或规则写错了，没有换用。|把详情里的文件名和位置告诉目录管理员，更正后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>an id or code of the catalogue is used twice</source>
            <translation>事项目录里有两个事项用了同一个编号，没有换用。|把详情里的编号告诉目录管理员，更正后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>something in the catalogue names what is not there</source>
            <translation>事项目录里引用了不存在的内容，没有换用。|把详情里的文件名和位置告诉目录管理员，更正后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>two items of the catalogue ask or want the same thing differently</source>
            <translation>事项目录里两个事项对同一项内容的要求不一致，没有换用。|把详情里的两个事项告诉目录管理员，统一后重新下发。|正在用的目录和已收的办件都没有变。</translation>
        </message>
        <message>
            <source>the store is closed or not open yet</source>
            <translation>数据库还没有打开。|请稍候再试；仍不行请重新登录。|已保存的内容都在本机。</translation>
        </message>
        <message>
            <source>there is a store in this folder already</source>
            <translation>这个文件夹里已有本机数据。|请直接登录，不要重新建立。|原有数据未动。</translation>
        </message>
        <message>
            <source>there is no store in this folder</source>
            <translation>没有找到本机数据。|请让技术人员核对数据文件夹或重新登记本机。|平台上已有的内容不受影响。</translation>
        </message>
        <message>
            <source>the database library at hand cannot encrypt</source>
            <translation>数据库组件不支持加密，已停止打开。|请让技术人员重新安装程序。|原有数据未动。</translation>
        </message>
        <message>
            <source>the key does not open the database</source>
            <translation>密钥打不开本机数据。|请核对密码；仍不行请用恢复密钥。|数据仍加密保存在本机。</translation>
        </message>
        <message>
            <source>the database was written by a newer version of the program</source>
            <translation>本机数据由更新版本的程序写成。|请升级程序后再打开。|数据未改动。</translation>
        </message>
        <message>
            <source>a part of the database is damaged</source>
            <translation>本机数据有损坏。|请联系技术人员执行“抢救数据”。|损坏的文件原样保留，不会覆盖。</translation>
        </message>
        <message>
            <source>the disk is full</source>
            <translation>磁盘已满，这一步没有保存。|请清理磁盘后再按一次保存。|之前保存的内容都在。</translation>
        </message>
        <message>
            <source>the disk did not take or give what it was asked for</source>
            <translation>磁盘没有写入成功，这一步没有保存。|请检查磁盘后再试。|之前保存的内容都在。</translation>
        </message>
        <message>
            <source>a statement of the store failed</source>
            <translation>数据库没有完成这一步。|请再试一次；仍不行请把代码报给技术人员。|之前保存的内容都在。</translation>
        </message>
        <message>
            <source>there is no such case in this store</source>
            <translation>本机没有这件办件。|请核对受理编号，或联网后再查。|其他办件不受影响。</translation>
        </message>
        <message>
            <source>the case numbers of this workstation and day are used up</source>
            <translation>本机今天的受理编号已用完。|请到其他窗口受理。|已录入的内容保存为草稿。</translation>
        </message>
        <message>
            <source>there is no such page in this store</source>
            <translation>本机没有这一页。|请重新扫描，或联网后再看。|其他页不受影响。</translation>
        </message>
        <message>
            <source>a page file is damaged</source>
            <translation>这一页的文件已损坏。|请重新扫描这一页。|其他页和办件内容不受影响。</translation>
        </message>
        <message>
            <source>a page file could not be written</source>
            <translation>这一页没有保存。|请检查磁盘后重新扫描。|已保存的页都在。</translation>
        </message>
        <message>
            <source>a page is larger than the store takes</source>
            <translation>这一页太大。|请降低分辨率后重新扫描。|已保存的页都在。</translation>
        </message>
        <message>
            <source>another copy of this store has gone on writing</source>
            <translation>另有一份本机数据的拷贝在继续使用。|请停止使用拷贝，并联系技术人员。|两边的内容都保留。</translation>
        </message>
        <message>
            <source>there are no key slots in this folder</source>
            <translation>没有找到本机的密钥文件。|请让技术人员核对数据文件夹。|数据仍加密保存在本机。</translation>
        </message>
        <message>
            <source>the file of the key slots is damaged</source>
            <translation>本机的密钥文件已损坏。|请用恢复密钥，或从备份取回密钥文件。|数据仍加密保存在本机。</translation>
        </message>
        <message>
            <source>the passphrase does not open the data key</source>
            <translation>密码不对。|请重新输入。|数据未动。</translation>
        </message>
        <message>
            <source>the keyring's key does not open the data key</source>
            <translation>系统密钥环里的密钥打不开本机数据。|请改用密码。|数据未动。</translation>
        </message>
        <message>
            <source>the recovery key does not open the data key</source>
            <translation>恢复密钥不对。|请核对后再试。|数据未动。</translation>
        </message>
        <message>
            <source>an event is larger than the format allows</source>
            <translation>这一步的内容太多，没有保存。|请缩短说明文字后再试。|之前保存的内容都在。</translation>
        </message>
        <message>
            <source>a look through the database found a damaged page</source>
            <translation>检查时发现本机数据有损坏。|请联系技术人员执行“抢救数据”。|损坏的文件原样保留，不会覆盖。</translation>
        </message>
        <message>
            <source>the folder of the store cannot be made or written to</source>
            <translation>数据文件夹不能写入。|请让技术人员检查文件夹权限。|原有数据未动。</translation>
        </message>
        <message>
            <source>the file of the key slots cannot be written</source>
            <translation>密钥文件没有写入。|请检查磁盘和权限后再试。|原来的密钥仍有效。</translation>
        </message>
        <message>
            <source>another program has this store open</source>
            <translation>本机数据已被另一个程序打开。|请切换到已打开的窗口。|数据未动。</translation>
        </message>
        <message>
            <source>the store was never finished when it was made</source>
            <translation>本机数据建立到一半中断。|请重新登记本机。|之前没有存入任何办件。</translation>
        </message>
        <message>
            <source>the file of the station's identity cannot be written</source>
            <translation>本机身份文件没有写入。|请检查磁盘和权限后再试。|原有数据未动。</translation>
        </message>
        <message>
            <source>the file of the station's identity is damaged or of another key</source>
            <translation>本机身份文件已损坏或不属于此密钥。|请联系技术人员。|数据仍加密保存在本机。</translation>
        </message>
        <message>
            <source>the files of a damaged store could not be moved aside</source>
            <translation>损坏的数据文件无法移到一旁。|请检查磁盘和权限后再试。|损坏的文件原样保留。</translation>
        </message>
        <message>
            <source>the disk is nearly full, so that no further page is taken</source>
            <translation>磁盘快满了，暂不再收新的扫描页。|请清理磁盘后再扫描；文字内容仍可保存。|已保存的页和办件都在。</translation>
        </message>
        <message>
            <source>what was saved last is damaged in the write-ahead log</source>
            <translation>最近保存的内容所在文件有损坏。|请联系技术人员执行“抢救数据”。|文件原样保留，不会覆盖。</translation>
        </message>
        <message>
            <source>there is not enough memory to make a key of a passphrase</source>
            <translation>内存不足，无法验证密码。|请关闭其他程序后再试。|数据未动。</translation>
        </message>
        <message>
            <source>the store is open already</source>
            <translation>本机数据已经打开。|无需再次打开。|数据未动。</translation>
        </message>
        <message>
            <source>the end of this station's log was lost, so that it is not written on</source>
            <translation>本机记录的末尾已丢失，不再写入新办件。|请联系技术人员重新登记本机。|抢救出的办件和草稿可以查看，会继续上传。</translation>
        </message>
        <message>
            <source>the platform cannot be reached</source>
            <translation>连不上中心平台。|不用做什么，照常受理，恢复后自动上传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>what answered could not prove that it is the platform</source>
            <translation>应答的不是中心平台，可能是上网认证页面或代理。|请先完成上网认证，或联系信息科。|什么都没有上传，办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform asks to come back later</source>
            <translation>中心平台正忙。|不用做什么，稍后自动再传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform finds a request too large</source>
            <translation>一次上传的内容太多。|不用做什么，程序会分批再传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform has revoked this workstation</source>
            <translation>中心平台已停用本机。|请联系信息科；本机照常受理，暂不上传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform does not know this workstation or its key</source>
            <translation>中心平台不认识本机。|请联系信息科重新登记；本机照常受理，暂不上传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>this machine's clock and the platform's are too far apart</source>
            <translation>本机时间与中心平台相差太大。|请信息科校准本机时间，之后自动上传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform does not speak with this version of the program</source>
            <translation>本机程序版本与中心平台不相符。|请信息科升级程序。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform does not know the place in its feed</source>
            <translation>中心平台的数据换过。|不用做什么，程序会重新核对。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform has less of this log than it once acknowledged</source>
            <translation>中心平台缺少本机传过的内容。|不用做什么，程序会补传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform finds a request malformed</source>
            <translation>中心平台不接受这次上传的格式。|请把代码告诉信息科。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>an upload is not where it was thought to be</source>
            <translation>一页的上传进度对不上。|不用做什么，程序会重新上传。|页面都已存在本机。</translation>
        </message>
        <message>
            <source>a page arrived at the platform damaged</source>
            <translation>一页在传输中损坏。|不用做什么，程序会重新上传。|页面都已存在本机。</translation>
        </message>
        <message>
            <source>the platform has no room</source>
            <translation>中心平台没有空间了。|请告诉信息科；有空间后自动上传。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform does not have what was asked for</source>
            <translation>中心平台没有所要的内容。|请核对编号，或稍后再查。|本机的办件不受影响。</translation>
        </message>
        <message>
            <source>the platform's reply has a wrong part</source>
            <translation>中心平台的应答读不懂。|请把代码告诉信息科。|办件都已存在本机。</translation>
        </message>
        <message>
            <source>the platform does not take this enrolment code</source>
            <translation>登记码不对，或已被用过。|请向信息科要一个新的登记码。|本机没有改动。</translation>
        </message>
        <message>
            <source>the platform has more of this log than this machine wrote</source>
            <translation>另有一份本机数据的拷贝上传过。|请停止使用拷贝，并联系信息科。|两边的办件都保留。</translation>
        </message>
        <message>
            <source>the platform acknowledged something else than what was sent</source>
            <translation>中心平台确认的不是本机上传的内容。|请把代码告诉信息科。|办件都已存在本机，没有当作传完。</translation>
        </message>
        <message>
            <source>the network answered with a page of its own instead of the platform</source>
            <translation>当前网络要求先登录，还没有连到平台。|请打开浏览器完成网络登录，或换一条网络，程序会自动重试。|办件照常受理，都已存在本机。</translation>
        </message>
        <message>
            <source>the certificate of what answered is not the platform's</source>
            <translation>对方的证书不是平台的，没有发送任何内容。|请核对本机日期时间，或告诉信息科网络中有设备在拦截。|办件照常受理，都已存在本机。</translation>
        </message>
        <message>
            <source>an exchange with the platform made no progress and was given up</source>
            <translation>与平台的传输长时间没有进展，已中止重来。|无需操作，程序会自动重试。|办件都已存在本机，没有丢失。</translation>
        </message>
        <message>
            <source>the platform is empty where it once had much of this workstation</source>
            <translation>平台上本机以前上传的内容不见了，已停止上传等待确认。|请立即告诉信息科，由其确认平台是否重建，确认前不要继续上传。|本机内容一件未删，确认后可全部重新上传。</translation>
        </message>
        <message>
            <source>a request reached the platform twice, and the second was not taken</source>
            <translation>一次请求因线路抖动重复到达，平台没有再收一遍。|无需操作，程序会自动重试。|办件都已存在本机，不会重复。</translation>
        </message>
        <message>
            <source>a courier package has a wrong part</source>
            <translation>U 盘上的数据包不完整或格式不对。|请让对方重新导出一次，再插上试。|本机的办件都在，没有改动。</translation>
        </message>
        <message>
            <source>a volume of a courier package is not as it was written</source>
            <translation>U 盘上的数据包在途中损坏。|请换一个 U 盘重新导出。|本机的办件都在，没有改动。</translation>
        </message>
        <message>
            <source>a courier package's seal does not open or does not hold</source>
            <translation>数据包的封条打不开或不符。|请不要再用这个数据包，重新导出；如再出现，请告诉信息员。|本机的办件都在，没有改动。</translation>
        </message>
        <message>
            <source>a courier package was made by a newer version of the program</source>
            <translation>数据包是新版本程序做的。|请让信息员升级本机程序后再导入。|数据包不受影响，本机的办件都在。</translation>
        </message>
        <message>
            <source>a courier package is for another addressee</source>
            <translation>这个数据包不是给本机的。|请把它带到写明的站点，或换上本站的回执数据包。|数据包和本机的办件都没有改动。</translation>
        </message>
        <message>
            <source>work on a courier package was stopped before it was done</source>
            <translation>导出或导入已停下。|需要时请重新开始。|本机的办件都在，停下前没有标记为已送达。</translation>
        </message>
        <message>
            <source>the stick has too little room for the package</source>
            <translation>U 盘空间不够。|请换一个更大的 U 盘，或删去不用的文件后重试。|本机的办件都在。</translation>
        </message>
        <message>
            <source>the stick took no more in the middle of writing</source>
            <translation>写入 U 盘中途失败。|请检查 U 盘是否插好，换一个口或换一个 U 盘重试。|本机的办件都在，没有标记为已送达。</translation>
        </message>
        <message>
            <source>the stick cannot be written to</source>
            <translation>U 盘不能写入。|请拨开写保护，或换一个 U 盘。|本机的办件都在。</translation>
        </message>
        <message>
            <source>the stick did not give what stands on it</source>
            <translation>U 盘读不出来。|请重新插上，或换一个口重试。|本机的办件都在，没有改动。</translation>
        </message>
        <message>
            <source>what was written to the stick reads back as something else</source>
            <translation>写到 U 盘的内容读回来不一致。|请换一个 U 盘重新导出，不要使用这一个。|本机的办件都在，没有标记为已送达。</translation>
        </message>
        <message>
            <source>the stick did not answer in time</source>
            <translation>U 盘没有反应。|请拔下重新插上后重试。|本机的办件都在。</translation>
        </message>
        <message>
            <source>a newer answer of the platform was taken in already</source>
            <translation>这份回执比已导入的旧。|请导入最新的回执数据包；旧的可以删去。|已导入的结果都在，没有改动。</translation>
        </message>
        <message>
            <source>an answer is of another epoch and does not prove that it is the present one</source>
            <translation>回执来自另一期平台数据，还不能确认。|请重新导出一次，带到平台后再导入新的回执。|本机的办件都在，没有改动。</translation>
        </message>
        <message>
            <source>an answer acknowledges a log that is not this one</source>
            <translation>回执与本机的记录对不上。|请联系信息员核对本机是否被复制过。|本机的办件都在，没有改动。</translation>
        </message>
        <message>
            <source>a courier package is of a workstation that the platform does not know</source>
            <translation>平台不认识做这个数据包的工作站。|请联系信息员核对登记。|数据包没有导入，原站的办件都在。</translation>
        </message>
        <message>
            <source>a courier package is of a workstation that was revoked</source>
            <translation>做这个数据包的工作站已被停用。|请联系信息员。|数据包没有导入，原站的办件都在。</translation>
        </message>
        <message>
            <source>the number of the platform's last answer by courier cannot be written</source>
            <translation>平台记不下回执编号。|请检查平台所在磁盘后重试。|数据包可以再次导入，不会重复。</translation>
        </message>
        <message>
            <source>the accounts of this station have a wrong form</source>
            <translation>本机的工号资料读不出来。|请联系信息科。|已受理的办件都在。</translation>
        </message>
        <message>
            <source>the staff number or the password is wrong</source>
            <translation>工号或密码不对。|请重新输入。|已填的内容都在。</translation>
        </message>
        <message>
            <source>the account is locked after too many wrong passwords</source>
            <translation>密码连续输错，这个工号暂时锁定。|请过几分钟再试，或请信息科解锁。|已填的内容都在。</translation>
        </message>
        <message>
            <source>a password is being checked already</source>
            <translation>正在核对密码。|请等上一次核对完成。|已填的内容都在。</translation>
        </message>
        <message>
            <source>the keyring has no key of this station</source>
            <translation>系统密钥环里没有本机的密钥。|请输入本机密码。|数据仍加密保存在本机。</translation>
        </message>
        <message>
            <source>the keyring cannot be reached</source>
            <translation>系统密钥环打不开。|请输入本机密码。|数据仍加密保存在本机。</translation>
        </message>
        <message>
            <source>the keyring did not answer in time</source>
            <translation>系统密钥环没有回应。|请输入本机密码。|数据仍加密保存在本机。</translation>
        </message>
        <message>
            <source>the list of this station's devices has an unknown or wrong part</source>
            <translation>本机的设备清单里有一处无法识别。|请信息人员在设备页核对清单。|收件可以照常进行，资料都在。</translation>
        </message>
        <message>
            <source>a slip has an unknown or wrong part</source>
            <translation>凭条内容的格式不对，没有打印。|请重打一次；仍不行请报修。|办件已经保存。</translation>
        </message>
        <message>
            <source>a device's plugin is not there or cannot be loaded</source>
            <translation>这台设备的驱动没有找到。|请信息人员重新安装该驱动。|收件可以照常进行，资料都在。</translation>
        </message>
        <message>
            <source>a device's settings do not fit its plugin</source>
            <translation>这台设备的设置不对。|请在设备页核对设置。|收件可以照常进行，资料都在。</translation>
        </message>
        <message>
            <source>the process of a device ended in the middle of a call</source>
            <translation>设备驱动意外中断，正在自动重新启动。|稍等两秒再试。|已填写和已扫描的都在。</translation>
        </message>
        <message>
            <source>a device's driver did not come back and was ended</source>
            <translation>设备长时间没有反应，已经断开并重新连接。|请看一下设备，再试一次。|已填写和已扫描的都在。</translation>
        </message>
        <message>
            <source>a message between the device host and its client has a wrong shape</source>
            <translation>设备驱动返回了无法识别的内容。|再试一次；反复出现请报修。|已填写和已扫描的都在。</translation>
        </message>
        <message>
            <source>a call was stopped before it was done</source>
            <translation>操作已停止。|需要时重新开始。|已得到的都保留。</translation>
        </message>
        <message>
            <source>too many calls wait for a device</source>
            <translation>设备正忙。|请等前面的操作完成。|已填写和已扫描的都在。</translation>
        </message>
        <message>
            <source>a device was asked for what its kind does not do</source>
            <translation>这台设备不能做这件事。|请在设备页选择另一台。|已填写和已扫描的都在。</translation>
        </message>
        <message>
            <source>a device's line cannot be opened</source>
            <translation>连接不上设备。|请检查电源和连线，再试一次。|已填写和已扫描的都在。</translation>
        </message>
        <message>
            <source>the card reader's reply is damaged</source>
            <translation>读卡器传回的数据有损坏。|请拿起卡片重新放上；反复出现请检查连线。|已填写的都在。</translation>
        </message>
        <message>
            <source>the card reader does not answer</source>
            <translation>读卡器没有回应。|请检查读卡器的电源和连线。|可以先手工录入，已填写的都在。</translation>
        </message>
        <message>
            <source>the card reader's security module failed its self-test</source>
            <translation>读卡器安全模块自检没有通过。|请重新插拔读卡器；仍不行请报修。|可以先手工录入，已填写的都在。</translation>
        </message>
        <message>
            <source>the card reader's security module is not authorised</source>
            <translation>读卡器安全模块没有授权。|请联系设备供应商。|可以先手工录入，已填写的都在。</translation>
        </message>
        <message>
            <source>the card and the reader did not accept each other</source>
            <translation>卡与机具认证失败。|请拿起卡片重新放上；仍不行请核对证件真伪。|已填写的都在。</translation>
        </message>
        <message>
            <source>the card could not be read to its end</source>
            <translation>卡片没有读完整。|请拿起卡片，再平放到读卡器上。|已填写的都在。</translation>
        </message>
        <message>
            <source>the card's text is not of a known layout</source>
            <translation>卡片内容无法识别。|请拿起卡片重新放上；仍不行请手工录入。|已填写的都在。</translation>
        </message>
        <message>
            <source>the scanner is in use</source>
            <translation>扫描仪正被占用。|请等它空闲后再扫。|已扫描的页都在。</translation>
        </message>
        <message>
            <source>a sheet is stuck in the scanner</source>
            <translation>扫描仪卡纸了。|请打开盖板取出纸张，再从这一页继续。|之前扫描的页都在。</translation>
        </message>
        <message>
            <source>there is no paper in the scanner</source>
            <translation>扫描仪里没有纸。|请放好纸张，再扫一次。|已扫描的页都在。</translation>
        </message>
        <message>
            <source>the scanner's cover is open</source>
            <translation>扫描仪的盖板开着。|请合上盖板，再扫一次。|已扫描的页都在。</translation>
        </message>
        <message>
            <source>the scanner is not there or switched off</source>
            <translation>找不到扫描仪。|请检查扫描仪的电源和连线。|已扫描的页都在，也可以先导入文件。</translation>
        </message>
        <message>
            <source>the scanner may not be used by this account</source>
            <translation>没有使用扫描仪的权限。|请信息人员为本机开通权限。|已扫描的页都在，也可以先导入文件。</translation>
        </message>
        <message>
            <source>the scanner reports a failure</source>
            <translation>扫描仪报告了故障。|请重新开关扫描仪，再试一次。|已扫描的页都在。</translation>
        </message>
        <message>
            <source>a scanned page is not whole</source>
            <translation>有一页没有扫完整，没有收下。|请把这一页重新扫描。|其他页都在。</translation>
        </message>
        <message>
            <source>the scanner does not offer these settings</source>
            <translation>扫描仪不支持这样的扫描方式。|请换一种扫描方式。|已扫描的页都在。</translation>
        </message>
        <message>
            <source>the receipt printer is off line</source>
            <translation>凭条打印机没有联机。|请打开打印机并按联机键，再打一次。|办件已经保存。</translation>
        </message>
        <message>
            <source>the receipt printer's cover is open</source>
            <translation>凭条打印机的盖子开着。|请合上盖子，再打一次。|办件已经保存。</translation>
        </message>
        <message>
            <source>the receipt printer has no paper</source>
            <translation>凭条打印机没有纸了。|请装上纸卷，再打一次。|办件已经保存。</translation>
        </message>
        <message>
            <source>the receipt printer reports a fault</source>
            <translation>凭条打印机报告了故障。|请看打印机的指示灯，排除后再打一次。|办件已经保存。</translation>
        </message>
        <message>
            <source>the print queue of the document printer is not there</source>
            <translation>找不到 A4 打印机。|请检查打印机是否已在系统中添加。|办件已经保存。</translation>
        </message>
        <message>
            <source>the document printer's queue took no job</source>
            <translation>A4 打印机没有接收。|请检查打印机后再打一次。|办件已经保存。</translation>
        </message>
        <message>
            <source>the fixed sentences of a paper have a wrong or missing part</source>
            <translation>文书模板有误，没有生成文书。|请信息人员重新安装程序。|办件已经保存。</translation>
        </message>
        <message>
            <source>a text is too long for a QR code that prints well</source>
            <translation>二维码内容过长，没有生成文书。|请报修。|办件已经保存。</translation>
        </message>
        <message>
            <source>a paper lacks what the law demands of it</source>
            <translation>文书缺少法定内容，没有生成。|请补全后再打印。|办件已经保存。</translation>
        </message>
        <message>
            <source>a paper that was drawn cannot be read back</source>
            <translation>文书没有生成。|请重打一次；仍不行请报修。|办件已经保存。</translation>
        </message>
        <message>
            <source>a draft has an unknown or wrong part</source>
            <translation>这份暂存件读不出来。|请另开一份重新填写，并把错误码告诉管理员。|原来的记录没有删除，已扫描的页面仍在本机。</translation>
        </message>
        <message>
            <source>the command does not fit where the flow stands</source>
            <translation>现在不能做这一步。|请先完成或退出当前步骤。|已填的内容都在。</translation>
        </message>
        <message>
            <source>a command names a line, page, role or item that is not there</source>
            <translation>要找的事项、材料或页面已经不在。|请刷新后再选一次。|已填的内容都在。</translation>
        </message>
        <message>
            <source>the card that was read is no longer valid</source>
            <translation>证件已过有效期。|请换用有效证件；确需办理的，按手工录入并写明原因。|已填的内容都在，没有被这张证件改动。</translation>
        </message>
        <message>
            <source>the item does not take this kind of document</source>
            <translation>本事项不收这种证件。|请换用事项要求的证件。|已填的内容都在，没有被这张证件改动。</translation>
        </message>
        <message>
            <source>a person was typed in without the reason</source>
            <translation>手工录入没有写原因。|请选一个原因再录入。|已输入的内容都在。</translation>
        </message>
        <message>
            <source>the case has gaps, or this site may not accept it</source>
            <translation>还有缺项，暂时不能受理。|按 F9 跳到第 1 个缺项，或按 F7 一次性告知。|已填的内容都已暂存。</translation>
        </message>
        <message>
            <source>a page is empty, too large or of a kind that is not taken</source>
            <translation>这一页没有收下：空文件、太大或格式不支持。|请重扫，或换成 PDF、JPEG、PNG、TIFF。|其他页面都已保存。</translation>
        </message>
        <message>
            <source>a refusal lacks its reason, ground or remedy</source>
            <translation>不予受理的理由、依据或救济途径没有写全。|请补全后再出具。|已填的内容都已暂存。</translation>
        </message>
        <message>
            <source>the card's number or name does not hold</source>
            <translation>证件信息读取不完整。|请把证件放平再读一次，或手工录入。|已填的内容都在，没有被改动。</translation>
        </message>
        <message>
            <source>a name or number that was read from a card was typed over</source>
            <translation>姓名和证件号码以证件为准，不能改写。|如果不是这位群众，请重新读取本人的证件。|已填的其他内容都在。</translation>
        </message>
        <message>
            <source>the platform's folder cannot be made</source>
            <translation>中心平台的数据文件夹建不成。|请检查路径和权限。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>the platform's disk took no more</source>
            <translation>中心平台的磁盘已满。|请清理磁盘。|已收到的内容都在。</translation>
        </message>
        <message>
            <source>a statement of the platform's database failed</source>
            <translation>中心平台的数据库没有完成这一步。|请查看日志并把代码告诉技术人员。|已收到的内容都在。</translation>
        </message>
        <message>
            <source>there is no such enrolment code</source>
            <translation>没有这个登记码。|请核对，或重新生成登记码。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>the enrolment code was used by another workstation</source>
            <translation>这个登记码已被另一台机器用过。|请重新生成登记码。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>the platform knows no such workstation</source>
            <translation>中心平台没有登记过这台机器。|请核对机器编号。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>a part of a workstation's log is missing before what it sent</source>
            <translation>一台机器的记录缺了一段。|不用做什么，对方会补传。|已收到的内容都在。</translation>
        </message>
        <message>
            <source>the backup does not read back whole</source>
            <translation>备份读回来不完整。|请换一个位置再备份。|原来的数据没有改动。</translation>
        </message>
        <message>
            <source>a body is packed in a way that the wire does not have</source>
            <translation>收到的内容压缩方式不认识。|请升级对方的程序。|已收到的内容都在。</translation>
        </message>
        <message>
            <source>a packed body cannot be unpacked</source>
            <translation>收到的内容解不开。|不用做什么，对方会重传。|已收到的内容都在。</translation>
        </message>
        <message>
            <source>a body unpacks to more than the wire allows</source>
            <translation>收到的内容太大。|不用做什么，对方会分批重传。|已收到的内容都在。</translation>
        </message>
        <message>
            <source>the platform cannot listen on this port</source>
            <translation>端口用不了。|请换一个端口，或停掉占用它的程序。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>the platform's command line is not understood</source>
            <translation>命令行看不懂。|请用 --help 查看写法。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>the workstation was revoked before its batch was taken</source>
            <translation>本机已被平台停用。|请联系信息员。|本机的办件都在，收件可以照常进行。</translation>
        </message>
        <message>
            <source>the platform's database does not answer</source>
            <translation>平台的数据库没有回应。|请检查数据库服务，恢复后自动继续。|已收到的数据都在，各站会自动重传。</translation>
        </message>
        <message>
            <source>a newer program has written this platform's database</source>
            <translation>平台数据由更新版本的程序写成。|请安装新版本后再启动。|数据没有改动。</translation>
        </message>
        <message>
            <source>a setting of the platform has a name or a value that it cannot have</source>
            <translation>平台的一项设置不对。|请按提示改正设置后再启动。|数据没有改动。</translation>
        </message>
        <message>
            <source>the platform's file of settings cannot be read</source>
            <translation>平台的设置文件读不了。|请检查文件是否存在、是否有权限。|数据没有改动。</translation>
        </message>
        <message>
            <source>the platform's certificate or key cannot be used</source>
            <translation>平台的证书或私钥用不了。|请检查两个文件是否配对、是否有权限。|数据没有改动。</translation>
        </message>
        <message>
            <source>the store of the pages took no more</source>
            <translation>平台存放材料的磁盘满了。|请清理或扩容，之后自动继续。|已收到的材料都在，各站会自动续传。</translation>
        </message>
        <message>
            <source>the store of the pages did not do what it was asked for</source>
            <translation>平台存放材料的地方出了错。|请检查磁盘和权限。|已收到的材料都在，各站会自动续传。</translation>
        </message>
        <message>
            <source>the store of the pages has no such page</source>
            <translation>平台没有这一页材料。|请等它传到后再看。|站点上的原件都在。</translation>
        </message>
        <message>
            <source>the station's configuration has a wrong or unknown value</source>
            <translation>本机的站点配置有误，无法上岗。|请联系信息科重新登记本机。|本机已保存的办件都在。</translation>
        </message>
        <message>
            <source>the station's configuration cannot be read</source>
            <translation>读不到本机的站点配置。|请联系信息科检查安装，或重新登记本机。|本机已保存的办件都在。</translation>
        </message>
        <message>
            <source>the station's configuration cannot be written</source>
            <translation>本机的站点配置没有写成。|请检查磁盘空间和权限后重试。|原来的配置没有改动。</translation>
        </message>
        <message>
            <source>the command line is not understood</source>
            <translation>启动参数无法识别。|请用 yichuang --help 查看用法。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>the file of a passphrase or password is empty or cannot be read</source>
            <translation>密码文件是空的或读不出来。|请检查文件和权限。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>the file of this station's devices cannot be read</source>
            <translation>设备清单文件读不出来。|请检查文件和权限。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>no device of this kind is set up at this station</source>
            <translation>本机没有配置这种设备。|请信息人员在本机配置，或改用其他方式。|已填写的都在。</translation>
        </message>
        <message>
            <source>a clerk's role is neither clerk nor supervisor</source>
            <translation>没有这种人员角色。|角色只有窗口人员和值班长两种，请改正后再试。|没有改动任何数据。</translation>
        </message>
        <message>
            <source>a command of the tour did not succeed</source>
            <translation>演示所需的命令没有成功。|请看上面的输出。|已完成的步骤和图片都在。</translation>
        </message>
        <message>
            <source>the screen did not show what a step of the tour expects</source>
            <translation>演示的一步没有出现应有的画面。|请看最后一张图片。|已完成的步骤和图片都在。</translation>
        </message>
        <message>
            <source>the platform's fold of a case is another than the station's</source>
            <translation>平台与本机对同一办件的计算结果不同。|请把两边的记录交给开发者。|两边的记录都在。</translation>
        </message>
        <message>
            <source>this folder holds a station already</source>
            <translation>这个文件夹里已有一台登记过的工作站。|请直接登录；要另外登记，请换一个文件夹。|登记码没有用掉，原有数据未动。</translation>
        </message>
    </context>
</TS>
